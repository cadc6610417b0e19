import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import { Fragment, type ReactElement } from 'react';
import type { LinkCondition } from '../../../shared/runbook/runbook.ts';
import type { SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import { ConditionGroup } from './ConditionGroup.tsx';

interface Props {
  readonly title: string;
  readonly note?: string;
  /** What holds while there are no rows. */
  readonly without?: string;
  readonly add: string;
  /** Name of the activity that the link leaves. */
  readonly source: string;
  readonly items: readonly SubscribableItem[];
  readonly rows: readonly LinkCondition[];
  readonly disabled: boolean;
  /** Values of an item in the last test, for trying patterns. */
  readonly samples?: ((label: string) => readonly string[]) | undefined;
  /** `typing` names the part whose value is being typed. */
  onChange(rows: readonly LinkCondition[], typing: string | undefined): void;
  onLeave(): void;
}

/** Conditions of a link or loop as sentences; any row decides, and a row may hold several that must hold together. */
export function ConditionRows({ title, note, without, add, source, items, rows, disabled, samples, onChange, onLeave }: Props): ReactElement {
  return (
    <Box role="group" aria-label={title} sx={{ display: 'grid', gap: 0.75 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
      {note !== undefined && <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>{note}</Typography>}
      {rows.length === 0 && without !== undefined && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{without}</Typography>}
      {rows.map((row, index) => (
        // Rows have no identity of their own; the position is the key.
        <Fragment key={index}>
          {index > 0 && <Typography variant="caption" sx={{ fontWeight: 600, color: 'studio.textMuted' }}>or</Typography>}
          <ConditionGroup
            number={index + 1}
            source={source}
            items={items}
            row={row}
            disabled={disabled}
            samples={samples}
            onLeave={onLeave}
            onChange={(next, typing) => onChange(rows.with(index, next), typing === undefined ? undefined : `${index}:${typing}`)}
            onRemove={() => onChange(rows.toSpliced(index, 1), undefined)}
          />
        </Fragment>
      ))}
      <Button variant="text" disabled={disabled} startIcon={<AddIcon />} onClick={() => onChange([...rows, { status: [rows.length === 0 && without !== undefined ? 'success' : 'failed'] }], undefined)} sx={{ justifySelf: 'start', minHeight: 28, marginLeft: -0.5 }}>
        {add}
      </Button>
    </Box>
  );
}
