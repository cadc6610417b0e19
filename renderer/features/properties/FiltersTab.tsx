import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useMemo, useRef, type ReactElement } from 'react';
import { setFilters } from '../../../shared/runbook/edits.ts';
import type { FilterRow } from '../../../shared/runbook/runbook.ts';
import { filterSentence } from '../../fields/sentence/sentence.ts';
import { SentenceLine } from '../../fields/sentence/SentenceLine.tsx';
import { useLines } from '../../fields/sentence/useLines.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { FilterFields } from './FilterFields.tsx';
import { FilterPreview } from './FilterPreview.tsx';

/** The filters: property, relation and value, as sentences; an item has to pass all of them. */
export function FiltersTab({ facts, activityKey, activity, definition, shape }: ActivityTabProps): ReactElement {
  const fields = Object.values(shape.filters);
  const { filters } = activity;
  const adds = useRef<HTMLButtonElement>(null);
  const lines = useLines(facts.endStep, adds);
  // Editing a filter is one undo step from its first change to its last: leaving a field of it ends none.
  const expression = useMemo(() => ({ ...facts.expression, endStep: () => undefined }), [facts.expression]);
  const set = (rows: readonly FilterRow[], joins?: string): void => facts.edit((before) => setFilters(before, activityKey, rows), joins);
  const insert = (index: number, row: FilterRow): void => set(filters.toSpliced(index, 0, row), lines.open(String(index)));
  const remove = (index: number): void => {
    lines.close();
    set(filters.toSpliced(index, 1));
  };
  const first = fields[0];
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
        {filters.length === 0 ? 'Without a filter, every item of the folder is read.' : 'An item has to pass all filters.'} Text is compared with regard to case, as in Orchestrator.
      </Typography>
      <Box role="group" aria-label="Filters" data-sentences sx={{ display: 'grid', gap: 0.75 }}>
        {filters.map((row, index) => {
          const line = lines.of(String(index));
          const error = facts.problems.find(({ field }) => field === `filters.${index}`)?.what.replace(`${activity.name}, filter: `, '');
          return (
            // Rows have no identity of their own; the position is the key.
            <SentenceLine
              key={index}
              sentence={filterSentence(index > 0 ? 'and whose' : 'Take items whose', row, fields.find(({ label }) => label === row.field)?.kind, facts.document)}
              noun={`filter ${index + 1}`}
              line={line}
              disabled={facts.readOnly}
              error={error}
              onDuplicate={() => insert(index + 1, row)}
              onRemove={() => remove(index)}
            >
              <FilterFields index={index} facts={facts} expression={expression} activityKey={activityKey} fields={fields} row={row} error={error} onChange={(next) => set(filters.with(index, next), line.joins)} />
            </SentenceLine>
          );
        })}
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
