import { MenuItem, Select } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { Field } from '../../../shared/fields/field.ts';
import { filterOperators, isFilterOperator, operatorsOf, type FilterOperator } from '../../../shared/fields/operators.ts';
import type { FilterRow } from '../../../shared/runbook/runbook.ts';
import type { TextualField } from '../../fields/editorProps.ts';
import type { ExpressionFacts } from '../../fields/expression/expressionFacts.ts';
import { Helped, SharedHelp } from '../../fields/sentence/SharedHelp.tsx';
import type { PreviewRow } from './previewRow.ts';
import { PropertyField } from './PropertyField.tsx';

/** One filter, and what its form is made from. */
export interface FilterFieldsProps {
  readonly index: number;
  /** The row of the last test that previews are made with. */
  readonly preview: PreviewRow;
  readonly readOnly: boolean;
  /** What the value may refer to. */
  readonly expression: ExpressionFacts;
  readonly activityKey: string;
  /** Fields that can be filtered by. */
  readonly fields: readonly Field[];
  readonly row: FilterRow;
  readonly error: string | undefined;
  onChange(row: FilterRow): void;
}

const operatorsFor = (field: Field | undefined): readonly FilterOperator[] => (field?.filter === undefined ? [] : operatorsOf[field.filter]);

/** The field for the value. Yes or no is chosen by its word: a check box would not say which of the two the filter asks for. */
function valueFieldOf(field: Field | undefined): TextualField | undefined {
  if (field === undefined || field.kind === 'parameters') return undefined;
  if (field.kind === 'boolean') return { kind: 'choice', label: 'Value', help: field.help, required: true, options: ['True', 'False'] };
  return { ...field, label: 'Value', required: true };
}

/** The small form of one filter: property, relation (only those that its data type allows) and value. */
export function FilterFields({ index, preview, readOnly, expression, activityKey, fields, row, error, onChange }: FilterFieldsProps): ReactElement {
  const field = fields.find(({ label }) => label === row.field);
  const allowed = operatorsFor(field);
  const number = index + 1;
  const changeField = (label: string): void => {
    const next = fields.find((candidate) => candidate.label === label);
    const sameKind = next?.kind === field?.kind;
    const operator = operatorsFor(next).includes(row.operator) ? row.operator : 'equals';
    onChange({ field: label, operator, value: sameKind ? row.value : (next?.kind === 'boolean' ? 'True' : '') });
  };
  const valueField = valueFieldOf(field);
  const id = useId();
  const about = field === undefined || field.help === '' ? 'The property of the item that is compared.' : `The property of the item that is compared. ${field.help}`;
  return (
    <>
      <SharedHelp>
        <Helped id={`${id}-property`} label="Property" help={about}>
          <Select value={row.field} disabled={readOnly} onChange={(event) => changeField(event.target.value)} SelectDisplayProps={{ 'aria-label': `Property of filter ${number}`, 'aria-describedby': `${id}-property` }}>
            {field === undefined && <MenuItem value={row.field}>{row.field} (not offered)</MenuItem>}
            {fields.map(({ label }) => <MenuItem key={label} value={label}>{label}</MenuItem>)}
          </Select>
        </Helped>
        <Helped id={`${id}-relation`} label="Relation" help="How the property is compared with the value. Only what fits its data type is offered.">
          <Select
            value={row.operator}
            disabled={readOnly}
            onChange={(event) => (isFilterOperator(event.target.value) ? onChange({ ...row, operator: event.target.value }) : undefined)}
            SelectDisplayProps={{ 'aria-label': `Relation of filter ${number}`, 'aria-describedby': `${id}-relation` }}
          >
            {!allowed.includes(row.operator) && <MenuItem value={row.operator}>{filterOperators[row.operator]} (not possible)</MenuItem>}
            {allowed.map((operator) => <MenuItem key={operator} value={operator}>{filterOperators[operator]}</MenuItem>)}
          </Select>
        </Helped>
      </SharedHelp>
      {valueField !== undefined && (
        <PropertyField expression={expression} row={preview} readOnly={readOnly} field={valueField} id={`filter-${activityKey}-${index}`} name="value" value={row.value} error={error} onChange={(_name, value) => onChange({ ...row, value })} />
      )}
    </>
  );
}
