import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import { memo, useMemo, useRef, type ReactElement } from 'react';
import { setFilters } from '../../../shared/runbook/edits.ts';
import type { FilterRow } from '../../../shared/runbook/runbook.ts';
import { filterSentence } from '../../fields/sentence/sentence.ts';
import { SentenceLine } from '../../fields/sentence/SentenceLine.tsx';
import { useLines, type Lines } from '../../fields/sentence/useLines.ts';
import type { ActivityNames } from '../../fields/readable.ts';
import { useSteady } from '../../ui/useSteady.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { FilterFields, type FilterFieldsProps } from './FilterFields.tsx';
import { FilterPreview } from './FilterPreview.tsx';

/** The filters: property, relation and value, as sentences; an item has to pass all of them. */
export function FiltersTab({ facts, activityKey, activity, definition, shape }: ActivityTabProps): ReactElement {
  const fields = useMemo(() => Object.values(shape.filters), [shape.filters]);
  const { filters } = activity;
  const adds = useRef<HTMLButtonElement>(null);
  const lines = useLines(facts.endStep, adds);
  // Editing a filter is one undo step from its first change to its last: leaving a field of it ends none.
  const expression = useMemo(() => ({ ...facts.expression, endStep: () => undefined }), [facts.expression]);
  const set = (rows: readonly FilterRow[], joins?: string): void => facts.edit((before) => setFilters(before, activityKey, rows), joins);
  // The same functions for every drawing, so that a key draws its own line.
  const insert = useSteady((index: number, row: FilterRow): void => set(filters.toSpliced(index, 0, row), lines.open(String(index))));
  const remove = useSteady((index: number): void => {
    lines.close();
    set(filters.toSpliced(index, 1));
  });
  const change = useSteady((index: number, row: FilterRow, joins: string | undefined): void => set(filters.with(index, row), joins));
  const first = fields[0];
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
        {filters.length === 0 ? 'Without a filter, every item of the folder is read.' : 'An item has to pass all filters.'} Text is compared with regard to case, as in Orchestrator.
      </Typography>
      <Box role="group" aria-label="Filters" data-sentences sx={{ display: 'grid', gap: 0.75 }}>
        {filters.map((row, index) => (
          // Rows have no identity of their own; the position is the key.
          <FilterLine
            key={index}
            index={index}
            row={row}
            fields={fields}
            names={facts.structure}
            lines={lines}
            expression={expression}
            preview={facts.row}
            activityKey={activityKey}
            readOnly={facts.readOnly}
            error={facts.problems.find(({ field }) => field === `filters.${index}`)?.what.replace(`${activity.name}, filter: `, '')}
            onChange={change}
            onDuplicate={insert}
            onRemove={remove}
          />
        ))}
        {first !== undefined && (
          <Button ref={adds} variant="text" disabled={facts.readOnly} startIcon={<AddIcon />} onClick={() => insert(filters.length, { field: (fields.find(({ label }) => label === 'Subject') ?? first).label, operator: 'equals', value: '' })} sx={{ justifySelf: 'start', minHeight: 28, marginLeft: -0.5 }}>
            Add filter
          </Button>
        )}
      </Box>
      {fields.length === 0 && <Typography variant="body2">Choose a connection with an item type to add filters.</Typography>}
      {definition.matches !== undefined && fields.length > 0 && <FilterPreview activity={activity} expression={facts.expression} />}
    </Box>
  );
}

interface LineProps extends Omit<FilterFieldsProps, 'onChange'> {
  readonly names: ActivityNames;
  readonly lines: Lines;
  onChange(index: number, row: FilterRow, joins: string | undefined): void;
  onDuplicate(index: number, row: FilterRow): void;
  onRemove(index: number): void;
}

/** One filter: a sentence, or its small form. */
const FilterLine = memo(function FilterLine({ names, lines, onChange, onDuplicate, onRemove, ...form }: LineProps): ReactElement {
  const { index, row, fields, readOnly, error } = form;
  const line = lines.of(String(index));
  return (
    <SentenceLine
      sentence={filterSentence(index > 0 ? 'and whose' : 'Take items whose', row, fields.find(({ label }) => label === row.field)?.kind, names)}
      noun={`filter ${index + 1}`}
      line={line}
      disabled={readOnly}
      error={error}
      onDuplicate={() => onDuplicate(index + 1, row)}
      onRemove={() => onRemove(index)}
    >
      <FilterFields {...form} onChange={(next) => onChange(index, next, line.joins)} />
    </SentenceLine>
  );
});
