import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, MenuItem, Select } from '@mui/material';
import type { ReactElement } from 'react';
import type { Field } from '../../../shared/fields/field.ts';
import { filterOperators, isFilterOperator, operatorsOf, type FilterOperator } from '../../../shared/fields/operators.ts';
import type { FilterRow } from '../../../shared/runbook/runbook.ts';
import type { TextualField } from '../../fields/editorProps.ts';
import { color } from '../../ui/color.ts';
import type { FormFacts } from './formFacts.ts';
import { PropertyField } from './PropertyField.tsx';

interface Props {
  readonly index: number;
  readonly facts: FormFacts;
  readonly activityKey: string;
  /** Fields that can be filtered by. */
  readonly fields: readonly Field[];
  readonly row: FilterRow;
  readonly error: string | undefined;
  /** `typing`: the value is being typed, so that further changes are the same undo step. */
  onChange(row: FilterRow, typing: boolean): void;
  onRemove(): void;
}

const operatorsFor = (field: Field | undefined): readonly FilterOperator[] => (field?.filter === undefined ? [] : operatorsOf[field.filter]);

/** The field for the value. Yes or no is chosen by its word: a check box would not say which of the two the filter asks for. */
function valueFieldOf(field: Field | undefined): TextualField | undefined {
  if (field === undefined || field.kind === 'parameters') return undefined;
  if (field.kind === 'boolean') return { kind: 'choice', label: 'Value', help: field.help, required: true, options: ['True', 'False'] };
  return { ...field, label: 'Value', required: true };
}

/** One filter: property, relation (only those that its data type allows) and value. */
export function FilterRowEditor({ index, facts, activityKey, fields, row, error, onChange, onRemove }: Props): ReactElement {
  const field = fields.find(({ label }) => label === row.field);
  const allowed = operatorsFor(field);
  const number = index + 1;
  const changeField = (label: string): void => {
    const next = fields.find((candidate) => candidate.label === label);
    const sameKind = next?.kind === field?.kind;
    const operator = operatorsFor(next).includes(row.operator) ? row.operator : 'equals';
    onChange({ field: label, operator, value: sameKind ? row.value : (next?.kind === 'boolean' ? 'True' : '') }, false);
  };
  const valueField = valueFieldOf(field);
  return (
    <Box role="group" aria-label={`Filter ${number}`} sx={{ display: 'grid', gap: 0.75, padding: '8px 10px 10px', border: `1px solid ${color('border')}`, borderRadius: '8px', bgcolor: 'studio.surface' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 28px', gap: 0.5, alignItems: 'center' }}>
        <Select value={row.field} disabled={facts.readOnly} onChange={(event) => changeField(event.target.value)} SelectDisplayProps={{ 'aria-label': `Property of filter ${number}` }}>
          {field === undefined && <MenuItem value={row.field}>{row.field} (not offered)</MenuItem>}
          {fields.map(({ label }) => <MenuItem key={label} value={label}>{label}</MenuItem>)}
        </Select>
        <IconButton aria-label={`Remove filter ${number}`} disabled={facts.readOnly} onClick={onRemove}><RemoveIcon /></IconButton>
        <Select
          value={row.operator}
          disabled={facts.readOnly}
          onChange={(event) => (isFilterOperator(event.target.value) ? onChange({ ...row, operator: event.target.value }, false) : undefined)}
          SelectDisplayProps={{ 'aria-label': `Relation of filter ${number}` }}
        >
          {!allowed.includes(row.operator) && <MenuItem value={row.operator}>{filterOperators[row.operator]} (not possible)</MenuItem>}
          {allowed.map((operator) => <MenuItem key={operator} value={operator}>{filterOperators[operator]}</MenuItem>)}
        </Select>
      </Box>
      {valueField !== undefined && (
        <PropertyField expression={facts.expression} row={facts.row} readOnly={facts.readOnly} field={valueField} id={`filter-${activityKey}-${index}`} name="value" value={row.value} error={error} onChange={(_name, value) => onChange({ ...row, value }, true)} />
      )}
    </Box>
  );
}
