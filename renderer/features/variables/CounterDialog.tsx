import { Box, Button, FormLabel, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { Counter } from '../../../shared/globals/counter.ts';
import { TextEditor } from '../../fields/TextEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { GlobalForm } from './GlobalForm.tsx';

interface Props {
  /** Name of the counter that is edited; undefined for a new one. */
  readonly name: string | undefined;
  onClose(): void;
}

/** Adds or changes a counter, and sets the value of a runbook back. */
export function CounterDialog({ name, onClose }: Props): ReactElement {
  const { globals } = useStores();
  const id = useId();
  const entry = useStore(globals, ({ view }) => (name === undefined ? undefined : view.counters.find((one) => one.name === name)));
  const [initial, setInitial] = useState(String(entry?.counter.default ?? 0));
  const isWhole = /^\s*-?\d{1,12}\s*$/.test(initial);
  const values = Object.entries(entry?.values ?? {});
  return (
    <GlobalForm
      kind="counters"
      name={name}
      begin={entry?.counter ?? {}}
      problem={isWhole ? undefined : 'Default must be a whole number.'}
      onClose={onClose}
      save={(saved, described, isNew) => globals.getState().saveCounter({ name: saved, isNew, counter: Counter.parse({ ...entry?.counter, ...described, default: Number(initial) }) })}
    >
      <TextEditor
        field={{ kind: 'integer', label: 'Default', required: true, help: 'Value that a runbook begins with, and to which Reset goes back.' }}
        id={`${id}-default`}
        value={initial}
        error={isWhole ? undefined : `Default must be a whole number, not "${initial}".`}
        onChange={setInitial}
      />
      {name !== undefined && (
        <Box role="group" aria-labelledby={`${id}-values`}>
          <FormLabel id={`${id}-values`} component="div">Current values on this computer</FormLabel>
          {values.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>No runbook has changed it yet.</Typography>}
          {values.map(([runbook, value]) => (
            <Box key={runbook} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32, fontSize: '0.8125rem' }}>
              <Box component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{runbook}</Box>
              <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>{value}</Box>
              <Button aria-label={`Reset the value of ${runbook}`} onClick={() => void globals.getState().resetCounter(name, runbook)}>Reset</Button>
            </Box>
          ))}
        </Box>
      )}
    </GlobalForm>
  );
}
