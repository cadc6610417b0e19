import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Typography } from '@mui/material';
import { memo, useMemo, useRef, type ReactElement } from 'react';
import type { LinkCondition } from '../../../shared/runbook/runbook.ts';
import type { SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import type { ActivityNames } from '../../fields/readable.ts';
import { useLines } from '../../fields/sentence/useLines.ts';
import { useSteady } from '../../ui/useSteady.ts';
import { ConditionGroup, conditionLine } from './ConditionGroup.tsx';

interface Props {
  readonly title: string;
  readonly note?: string;
  /** How the first sentence begins: `Include when`. */
  readonly lead: string;
  /** What holds while there are no rows. */
  readonly without?: string;
  readonly add: string;
  /** Name of the activity that the link leaves. */
  readonly source: string;
  readonly names: ActivityNames;
  readonly items: readonly SubscribableItem[];
  readonly rows: readonly LinkCondition[];
  readonly disabled: boolean;
  /** Values of an item in the last test, for trying patterns. */
  readonly samples?: ((label: string) => readonly string[]) | undefined;
  /** Edits that name the same `joins` are one undo step. */
  onChange(rows: readonly LinkCondition[], joins: string | undefined): void;
  onLeave(): void;
}

/** Conditions of a link or loop as sentences; any row decides, and a row may hold several that must hold together. */
export const ConditionRows = memo(function ConditionRows({ title, note, lead, without, add, source, names, items, rows, disabled, samples, onChange, onLeave }: Props): ReactElement {
  const adds = useRef<HTMLButtonElement>(null);
  const lines = useLines(onLeave, adds);
  const words = useMemo(() => ({ source, names, kindOf: (label: string) => items.find((item) => item.label === label)?.dataType }), [source, names, items]);
  const insert = (index: number, row: LinkCondition): void => onChange(rows.toSpliced(index, 0, row), lines.open(conditionLine(index + 1, 1)));
  const duplicate = useSteady((number: number, row: LinkCondition): void => insert(number, row));
  const remove = useSteady((number: number): void => {
    lines.close();
    onChange(rows.toSpliced(number - 1, 1), undefined);
  });
  const change = useSteady((number: number, row: LinkCondition, joins: string | undefined): void => onChange(rows.with(number - 1, row), joins));
  return (
    <Box role="group" aria-label={title} data-sentences sx={{ display: 'grid', gap: 0.75 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
      {note !== undefined && <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>{note}</Typography>}
      {rows.length === 0 && without !== undefined && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{without}</Typography>}
      {rows.map((row, index) => (
        // Rows have no identity of their own; the position is the key.
        <ConditionGroup
          key={index}
          number={index + 1}
          lead={index > 0 ? 'or when' : lead}
          words={words}
          items={items}
          row={row}
          lines={lines}
          disabled={disabled}
          samples={samples}
          onChange={change}
          onDuplicate={duplicate}
          onRemove={remove}
        />
      ))}
      <Button ref={adds} variant="text" disabled={disabled} startIcon={<AddIcon />} onClick={() => insert(rows.length, { status: [rows.length === 0 && without !== undefined ? 'success' : 'failed'] })} sx={{ justifySelf: 'start', minHeight: 28, marginLeft: -0.5 }}>
        {add}
      </Button>
    </Box>
  );
});
