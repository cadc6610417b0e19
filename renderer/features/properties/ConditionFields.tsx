import { Box, ListSubheader, MenuItem, OutlinedInput, Select } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { activityStatuses, conditionOperators, type SingleCondition } from '../../../shared/runbook/runbook.ts';
import type { SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import { conditionOperatorsFor, isConditionOperator } from '../../fields/conditionOperators.ts';
import { Helped, SharedHelp } from '../../fields/sentence/SharedHelp.tsx';
import { PatternTester } from './PatternTester.tsx';

const statusItem = 'Activity status';

/** What each control of the form is for. */
const help = {
  item: 'What is looked at: how the activity ended, or a value that it published.',
  status: 'How the activity has to have ended. Several words can be chosen.',
  relation: 'How the value is compared. Only what fits the data type of the item is offered.',
  value: 'What the item is compared with. Text is compared without regard to case.',
  upper: 'The upper end. It belongs to the range, as the lower one does.',
} as const;

interface Props {
  /** Names the row: its number, or `2.1` for the first part of the second row. */
  readonly number: string;
  readonly items: readonly SubscribableItem[];
  readonly row: SingleCondition;
  readonly disabled: boolean;
  /** Values of an item in the last test, for trying patterns. */
  readonly samples?: ((label: string) => readonly string[]) | undefined;
  onChange(row: SingleCondition): void;
}

/** The small form of one condition: an item of the source, a relation its data type allows, and a value; or the source's status. */
export function ConditionFields({ number, items, row, disabled, samples, onChange }: Props): ReactElement {
  const id = useId();
  const named = (part: keyof typeof help, name: string) => ({ 'aria-label': `${name} of condition ${number}`, 'aria-describedby': `${id}-${part}` });
  const helped = (part: keyof typeof help, label: string, control: ReactElement): ReactElement => <Helped id={`${id}-${part}`} label={label} help={help[part]}>{control}</Helped>;
  const field = 'status' in row ? statusItem : row.field;
  const chosen = items.find(({ label }) => label === field);
  const common = items.filter((item) => item.common && item.label !== statusItem);
  const choose = (label: string): void => {
    if (label === statusItem) return onChange({ status: ['success'] });
    const kind = items.find((item) => item.label === label)?.dataType;
    onChange({ field: label, operator: 'equals', value: kind === 'boolean' ? 'True' : '' });
  };
  return (
    <SharedHelp>
      {helped('item', 'Item', <Select value={field} disabled={disabled} onChange={(event) => choose(event.target.value)} SelectDisplayProps={named('item', 'Item')}>
        {chosen === undefined && field !== statusItem && <MenuItem value={field}>{field} (not published)</MenuItem>}
        <MenuItem value={statusItem}>{statusItem}</MenuItem>
        {items.filter((item) => !item.common).map(({ label }) => <MenuItem key={label} value={label}>{label}</MenuItem>)}
        {common.length > 0 && <ListSubheader>Common Published Data</ListSubheader>}
        {common.map(({ label }) => <MenuItem key={label} value={label}>{label}</MenuItem>)}
      </Select>)}
      {'status' in row ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: 1, alignItems: 'center', fontSize: '0.8125rem' }}>
          is
          {helped('status', 'Status', <Select multiple value={row.status} disabled={disabled} onChange={({ target }) => onChange({ status: activityStatuses.filter((status) => target.value.includes(status)) })} renderValue={(status) => status.join(' or ')} SelectDisplayProps={named('status', 'Status')}>
            {activityStatuses.map((status) => <MenuItem key={status} value={status}>{status}</MenuItem>)}
          </Select>)}
        </Box>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 0.5 }}>
          {helped('relation', 'Relation', <Select value={row.operator} disabled={disabled} onChange={(event) => (isConditionOperator(event.target.value) ? onChange({ ...row, operator: event.target.value }) : undefined)} SelectDisplayProps={named('relation', 'Relation')}>
            {conditionOperatorsFor(chosen?.dataType, row.operator).map((operator) => <MenuItem key={operator} value={operator}>{conditionOperators[operator]}</MenuItem>)}
          </Select>)}
          {helped('value', 'Value', chosen?.dataType === 'boolean' ? (
            <Select value={row.value} disabled={disabled} onChange={(event) => onChange({ ...row, value: event.target.value })} SelectDisplayProps={named('value', 'Value')}>
              {['True', 'False'].map((word) => <MenuItem key={word} value={word}>{word}</MenuItem>)}
            </Select>
          ) : (
            <OutlinedInput value={row.value} disabled={disabled} placeholder="Value" onChange={(event) => onChange({ ...row, value: event.target.value })} slotProps={{ input: named('value', 'Value') }} />
          ))}
          {row.operator === 'isBetween' && (
            <Box sx={{ gridColumn: 2 }}>{helped('upper', 'Upper end', <OutlinedInput value={row.and ?? ''} disabled={disabled} placeholder="and" onChange={(event) => onChange({ ...row, and: event.target.value })} slotProps={{ input: named('upper', 'Upper end') }} />)}</Box>
          )}
        </Box>
      )}
      {'operator' in row && (row.operator === 'matchesPattern' || row.operator === 'doesNotMatchPattern') && <PatternTester number={number} pattern={row.value} samples={samples?.(row.field) ?? []} />}
    </SharedHelp>
  );
}
