import { Box, ListSubheader, MenuItem, OutlinedInput, Select, Typography } from '@mui/material';
import { useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { reference } from '../../../shared/runbook/expression/reference.ts';
import { conditionOperators, type Runbook } from '../../../shared/runbook/runbook.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import { conditionOperatorsFor, isConditionOperator } from '../../fields/conditionOperators.ts';
import { useTargets, useTestRun } from '../../stores/current.ts';
import { previewOf, testData } from '../../stores/lastData.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';

const item = 'item';
const ownText = 'ownText';

interface Props {
  /** Key of the runbook, and the runbook itself. */
  readonly runbook: string;
  readonly document: Runbook;
  readonly activity: string;
  readonly condition: BreakpointCondition;
  readonly autoFocus?: boolean;
  onChange(condition: BreakpointCondition): void;
  /** Enter in the value: it is complete. */
  onEnter?(): void;
}

/** Whether a condition lacks what it compares. */
export const isIncomplete = ({ subject, value }: BreakpointCondition): boolean => (subject.of === 'text' ? subject.text : value).trim() === '';

/** The upper end belongs to a range only. */
function tidied({ and, ...rest }: BreakpointCondition): BreakpointCondition {
  return rest.operator === 'isBetween' ? { ...rest, and: and ?? '' } : rest;
}

/** The small form of a breakpoint's condition: what it looks at, a relation, and a value. */
export function BreakpointFields({ runbook, document, activity, condition, autoFocus = false, onChange, onEnter }: Props): ReactElement {
  const { connections } = useStores();
  const registry = useRegistry();
  const entries = useStore(connections, (state) => state.entries);
  const runbooks = useTargets();
  const run = useTestRun(runbook);
  const sources = useMemo(() => subscribable(document, activity, { registry, connections: entries, runbooks }), [document, activity, registry, entries, runbooks]);
  const [typed, setTyped] = useState(false);

  const { subject, operator, value, and } = condition;
  const change = (part: Partial<BreakpointCondition>): void => onChange(tidied({ ...condition, ...part }));
  const kinds = new Map<string, FieldKind>(sources.flatMap((source) => source.items.map(({ label, dataType }) => [reference(source.activity, label), dataType] as const)));
  const text = subject.of === 'text' ? subject.text : '';
  const chosen = subject.of === 'item' ? item : !typed && kinds.has(text) ? text : ownText;
  const kind: FieldKind | undefined = subject.of === 'item' ? 'integer' : kinds.get(text);
  const choose = (word: string): void => {
    setTyped(word === ownText);
    const next = word === item ? ({ of: 'item' } as const) : ({ of: 'text', text: word === ownText ? text : word } as const);
    const nextKind = next.of === 'item' ? 'integer' : kinds.get(next.text);
    const fits = conditionOperatorsFor(nextKind, 'equals').includes(operator);
    change({ subject: next, operator: fits ? operator : 'equals', value: nextKind === 'boolean' ? 'True' : value });
  };
  const { data } = testData(document, activity, run?.view, undefined);
  const preview = text === '' ? undefined : previewOf(text, Object.keys(document.activities), (target) => (target.kind === 'activity' ? data.get(target.key)?.[target.label] : undefined));
  return (
    <>
      <Select value={chosen} autoFocus={autoFocus} onChange={(event) => choose(event.target.value)} SelectDisplayProps={{ 'aria-label': 'What the condition looks at' }} MenuProps={{ slotProps: { paper: { sx: { maxHeight: 360 } } } }}>
        <MenuItem value={item}>Item number</MenuItem>
        <MenuItem value={ownText}>A text with placeholders and functions</MenuItem>
        {sources.flatMap((source) => [
          <ListSubheader key={source.activity}>{source.name}</ListSubheader>,
          ...source.items.map(({ label }) => <MenuItem key={reference(source.activity, label)} value={reference(source.activity, label)}>{source.name} › {label}</MenuItem>),
        ])}
      </Select>
      {chosen === ownText && (
        <OutlinedInput value={text} placeholder="[Lower('{{find.Subject}}')]" onChange={(event) => change({ subject: { of: 'text', text: event.target.value } })} slotProps={{ input: { 'aria-label': 'Text of the condition', spellCheck: false } }} />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 1 }}>
        <Select value={operator} onChange={(event) => (isConditionOperator(event.target.value) ? change({ operator: event.target.value }) : undefined)} SelectDisplayProps={{ 'aria-label': 'Relation' }}>
          {conditionOperatorsFor(kind, operator).map((one) => <MenuItem key={one} value={one}>{conditionOperators[one]}</MenuItem>)}
        </Select>
        <OutlinedInput value={value} placeholder="Value" onChange={(event) => change({ value: event.target.value })} onKeyDown={(event) => (event.key === 'Enter' ? onEnter?.() : undefined)} slotProps={{ input: { 'aria-label': 'Value', inputMode: kind === 'integer' ? 'numeric' : 'text' } }} />
        {operator === 'isBetween' && <OutlinedInput value={and ?? ''} placeholder="and" onChange={(event) => change({ and: event.target.value })} slotProps={{ input: { 'aria-label': 'Upper end' } }} sx={{ gridColumn: 2 }} />}
      </Box>
      <Typography variant="caption" sx={{ color: 'studio.textMuted', overflowWrap: 'anywhere' }}>
        {preview === undefined ? 'Text is compared without regard to case.' : preview.ok ? `In the last test: ${preview.value === '' ? '(empty)' : preview.value}` : preview.problem}
      </Typography>
    </>
  );
}
