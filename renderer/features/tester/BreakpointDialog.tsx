import { Box, Button, Dialog, DialogContent, DialogTitle, ListSubheader, MenuItem, OutlinedInput, Select, Typography } from '@mui/material';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { reference } from '../../../shared/runbook/expression/reference.ts';
import { conditionOperators } from '../../../shared/runbook/runbook.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import { removeBreakpoint, setBreakpoint } from '../../commands/testerMarks.ts';
import { conditionOperatorsFor, isConditionOperator } from '../../fields/conditionOperators.ts';
import { useMarks, useTargets, useTestRun } from '../../stores/current.ts';
import { previewOf, testData } from '../../stores/lastData.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';

const item = 'item';
const ownText = 'ownText';

interface Props {
  readonly runbook: string;
  readonly activity: string;
  onClose(): void;
}

/** Asks when a run is to pause before an activity: for which item, or for which value of the data that led to it. */
export function BreakpointDialog({ runbook, activity, onClose }: Props): ReactElement | null {
  const stores = useStores();
  const registry = useRegistry();
  const id = useId();
  const document = useStore(stores.editor, ({ open }) => open[runbook]?.document);
  const entries = useStore(stores.connections, (state) => state.entries);
  const runbooks = useTargets();
  const before = useMarks(runbook).breakpoints.find((one) => one.activity === activity);
  const run = useTestRun(runbook);
  const sources = useMemo(() => (document === undefined ? [] : subscribable(document, activity, { registry, connections: entries, runbooks })), [document, activity, registry, entries, runbooks]);
  const [condition, setCondition] = useState<BreakpointCondition>(before?.condition ?? { subject: { of: 'item' }, operator: 'equals', value: '' });
  const [typed, setTyped] = useState(false);
  if (document === undefined) return null;

  const { subject, operator, value, and } = condition;
  const kinds = new Map<string, FieldKind>(sources.flatMap((source) => source.items.map(({ label, dataType }) => [reference(source.activity, label), dataType] as const)));
  const text = subject.of === 'text' ? subject.text : '';
  const chosen = subject.of === 'item' ? item : !typed && kinds.has(text) ? text : ownText;
  const kind: FieldKind | undefined = subject.of === 'item' ? 'integer' : kinds.get(text);
  const choose = (word: string): void => {
    setTyped(word === ownText);
    const next = word === item ? ({ of: 'item' } as const) : ({ of: 'text', text: word === ownText ? text : word } as const);
    const nextKind = next.of === 'item' ? 'integer' : kinds.get(next.text);
    const fits = conditionOperatorsFor(nextKind, 'equals').includes(operator);
    setCondition({ ...condition, subject: next, operator: fits ? operator : 'equals', value: nextKind === 'boolean' ? 'True' : value });
  };
  const { data } = testData(document, activity, run?.view, undefined);
  const preview = subject.of === 'text' && text !== '' ? previewOf(text, Object.keys(document.activities), (target) => (target.kind === 'activity' ? data.get(target.key)?.[target.label] : undefined)) : undefined;
  const incomplete = (subject.of === 'text' && text.trim() === '') || (subject.of === 'item' && value.trim() === '');
  const name = document.activities[activity]?.name ?? activity;
  const save = (): void => {
    if (incomplete) return;
    const { and: _upper, ...rest } = condition;
    setBreakpoint(stores, runbook, { activity, condition: operator === 'isBetween' ? { ...rest, and: and ?? '' } : rest });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id={`${id}-title`}>Pause before {name} when</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Select value={chosen} autoFocus onChange={(event) => choose(event.target.value)} SelectDisplayProps={{ 'aria-label': 'What the condition looks at' }} MenuProps={{ slotProps: { paper: { sx: { maxHeight: 360 } } } }}>
          <MenuItem value={item}>Item number</MenuItem>
          <MenuItem value={ownText}>A text with placeholders and functions</MenuItem>
          {sources.flatMap((source) => [
            <ListSubheader key={source.activity}>{source.name}</ListSubheader>,
            ...source.items.map(({ label }) => <MenuItem key={reference(source.activity, label)} value={reference(source.activity, label)}>{source.name} › {label}</MenuItem>),
          ])}
        </Select>
        {chosen === ownText && (
          <OutlinedInput value={text} placeholder="[Lower('{{find.Subject}}')]" onChange={(event) => setCondition({ ...condition, subject: { of: 'text', text: event.target.value } })} slotProps={{ input: { 'aria-label': 'Text of the condition', spellCheck: false } }} />
        )}
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 1 }}>
          <Select value={operator} onChange={(event) => (isConditionOperator(event.target.value) ? setCondition({ ...condition, operator: event.target.value }) : undefined)} SelectDisplayProps={{ 'aria-label': 'Relation' }}>
            {conditionOperatorsFor(kind, operator).map((one) => <MenuItem key={one} value={one}>{conditionOperators[one]}</MenuItem>)}
          </Select>
          <OutlinedInput value={value} placeholder="Value" onChange={(event) => setCondition({ ...condition, value: event.target.value })} onKeyDown={(event) => (event.key === 'Enter' ? save() : undefined)} slotProps={{ input: { 'aria-label': 'Value', inputMode: kind === 'integer' ? 'numeric' : 'text' } }} />
          {operator === 'isBetween' && <OutlinedInput value={and ?? ''} placeholder="and" onChange={(event) => setCondition({ ...condition, and: event.target.value })} slotProps={{ input: { 'aria-label': 'Upper end' } }} sx={{ gridColumn: 2 }} />}
        </Box>
        <Typography variant="caption" sx={{ color: 'studio.textMuted', overflowWrap: 'anywhere' }}>
          {preview === undefined ? 'Text is compared without regard to case.' : preview.ok ? `In the last test: ${preview.value === '' ? '(empty)' : preview.value}` : preview.problem}
        </Typography>
      </DialogContent>
      <DialogButtons
        start={before !== undefined && <Button color="error" onClick={() => { removeBreakpoint(stores, runbook, activity); onClose(); }}>Remove breakpoint</Button>}
        accept={<Button variant="contained" disabled={incomplete} onClick={save}>Set breakpoint</Button>}
        cancel={<Button onClick={onClose}>Cancel</Button>}
      />
    </Dialog>
  );
}
