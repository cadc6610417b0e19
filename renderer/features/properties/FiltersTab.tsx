import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { setFilters } from '../../../shared/runbook/edits.ts';
import type { FilterRow } from '../../../shared/runbook/runbook.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { FilterPreview } from './FilterPreview.tsx';
import { FilterRowEditor } from './FilterRowEditor.tsx';

/** The filters: rows of property, relation and value; an item has to pass all of them. */
export function FiltersTab({ facts, activityKey, activity, definition, shape }: ActivityTabProps): ReactElement {
  const fields = Object.values(shape.filters);
  const { filters } = activity;
  const set = (rows: readonly FilterRow[], joins?: string): void => facts.edit((before) => setFilters(before, activityKey, rows), joins);
  const first = fields[0];
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
        {filters.length === 0 ? 'Without a filter, every item of the folder is read.' : 'An item has to pass all filters.'} Text is compared with regard to case, as in Orchestrator.
      </Typography>
      {filters.map((row, index) => (
        // Rows have no identity of their own; the position is the key.
        <FilterRowEditor
          key={index}
          index={index}
          facts={facts}
          activityKey={activityKey}
          fields={fields}
          row={row}
          error={facts.problems.find(({ field }) => field === `filters.${index}`)?.what.replace(`${activity.name}, filter: `, '')}
          onChange={(next, typing) => set(filters.with(index, next), typing ? `filter:${activityKey}:${index}` : undefined)}
          onRemove={() => set(filters.toSpliced(index, 1))}
        />
      ))}
      {fields.length === 0 && <Typography variant="body2">Choose a connection with an item type to add filters.</Typography>}
      {first !== undefined && (
        <Button variant="text" disabled={facts.readOnly} startIcon={<AddIcon />} onClick={() => set([...filters, { field: (fields.find(({ label }) => label === 'Subject') ?? first).label, operator: 'equals', value: '' }])} sx={{ justifySelf: 'start', minHeight: 28, marginLeft: -0.5 }}>
          Add filter
        </Button>
      )}
      {definition.matches !== undefined && fields.length > 0 && <FilterPreview activity={activity} expression={facts.expression} />}
    </Box>
  );
}
