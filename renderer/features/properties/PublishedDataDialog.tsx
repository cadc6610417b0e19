import { Checkbox, Dialog, DialogContent, DialogTitle, FormControlLabel } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { reference, variableReference } from '../../../shared/runbook/expression/reference.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { useStores } from '../../stores/stores.ts';
import { OptionList, type Option } from '../../ui/OptionList.tsx';
import type { FormFacts } from './formFacts.ts';

const kindWords: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  body: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'yes/no',
  choice: 'choice',
  dateTime: 'date and time',
  list: 'list',
  addresses: 'addresses',
  files: 'files',
  folder: 'folder',
  itemId: 'ID',
  secret: 'secret',
  activity: 'activity',
  runbook: 'runbook',
  global: 'name',
  parameters: 'parameters',
};

interface Props {
  readonly facts: FormFacts;
  /** Activity that subscribes. */
  readonly activity: string;
  /** Label of the field that is filled. */
  readonly field: string;
  onInsert(placeholder: string): void;
  onClose(): void;
}

/** What can be subscribed to: the activities before this one, nearest first, each item with its value in the last test. */
export function PublishedDataDialog({ facts, activity, field, onInsert, onClose }: Props): ReactElement {
  const [common, setCommon] = useState(false);
  const { document, registry, entries, runbooks, data } = facts;
  const sources = subscribable(document, activity, { registry, connections: entries, runbooks });
  const options = sources.flatMap((source): Option[] =>
    source.items
      .filter((item) => common || !item.common)
      .map((item) => {
        const value = data.get(source.activity)?.[item.label];
        const told = value === undefined || value === '' ? '' : ` · ${value.length > 40 ? `${value.slice(0, 40)}…` : value}`;
        return { id: reference(source.activity, item.label), label: item.label, group: source.name, help: item.help, detail: `${kindWords[item.dataType]}${told}` };
      }),
  );
  const { view } = useStore(useStores().globals);
  const variables = view.variables.map(({ name, variable }): Option => {
    const detail = variable.encrypted ? 'encrypted' : variable.value.slice(0, 40);
    return { id: variableReference(name), label: name, group: 'Variables', help: variable.description ?? 'Variable of the workspace.', detail };
  });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Published data for {field}</DialogTitle>
      <DialogContent>
        <OptionList
          label="Published data"
          placeholder="Search published data"
          options={[...options, ...variables]}
          empty={sources.length === 0 && variables.length === 0 ? 'No activity runs before this one. Link one to it first.' : 'Nothing matches.'}
          onChoose={onInsert}
          height="min(360px, 50vh)"
        />
        <FormControlLabel control={<Checkbox checked={common} onChange={(event) => setCommon(event.target.checked)} />} label="Show common Published Data (status, duration, error …)" sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />
      </DialogContent>
    </Dialog>
  );
}
