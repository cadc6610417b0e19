import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { LinkCondition, SingleCondition } from '../../../shared/runbook/runbook.ts';
import type { SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import { ConditionRow } from './ConditionRow.tsx';

interface Props {
  readonly number: number;
  readonly source: string;
  readonly items: readonly SubscribableItem[];
  readonly row: LinkCondition;
  readonly disabled: boolean;
  /** Values of an item in the last test, for trying patterns. */
  readonly samples?: ((label: string) => readonly string[]) | undefined;
  /** `typing` names the part whose value is being typed. */
  onChange(row: LinkCondition, typing: string | undefined): void;
  onLeave(): void;
  onRemove(): void;
}

/** One row of conditions: a single one, or several that must hold together. */
export function ConditionGroup({ number, source, items, row, disabled, samples, onChange, onLeave, onRemove }: Props): ReactElement {
  const parts = 'all' in row ? row.all : [row];
  const change = (next: readonly SingleCondition[], typing?: string): void => {
    const [only] = next;
    if (only === undefined) onRemove();
    else onChange(next.length === 1 ? only : { all: [...next] }, typing);
  };
  return (
    <Box role="group" aria-label={parts.length > 1 ? `Row ${number}, all of ${parts.length} conditions` : `Row ${number}`} sx={{ display: 'grid', gap: 0.5 }}>
      {parts.map((part, index) => (
        <Box key={index}>
          {index > 0 && <Typography variant="caption" component="div" sx={{ fontWeight: 600, paddingLeft: 1, paddingBottom: 0.5 }}>and</Typography>}
          <ConditionRow
            number={parts.length > 1 ? `${number}.${index + 1}` : String(number)}
            source={source}
            items={items}
            row={part}
            disabled={disabled}
            samples={samples}
            onLeave={onLeave}
            onChange={(next, typing) => change(parts.with(index, next), typing ? String(index) : undefined)}
            onRemove={() => change(parts.toSpliced(index, 1))}
          />
        </Box>
      ))}
      <Button variant="text" size="small" disabled={disabled} startIcon={<AddIcon />} aria-label={`Add a condition that must hold together with row ${number}`} onClick={() => change([...parts, { status: ['success'] }])} sx={{ justifySelf: 'start', minHeight: 24, fontSize: '0.75rem', paddingBlock: 0 }}>
        and
      </Button>
    </Box>
  );
}
