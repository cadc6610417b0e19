import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button } from '@mui/material';
import { memo, type ReactElement } from 'react';
import type { LinkCondition, SingleCondition } from '../../../shared/runbook/runbook.ts';
import type { SubscribableItem } from '../../../shared/runbook/subscribable.ts';
import { conditionSentence, type ConditionWords } from '../../fields/sentence/sentence.ts';
import { SentenceLine } from '../../fields/sentence/SentenceLine.tsx';
import type { Lines } from '../../fields/sentence/useLines.ts';
import { ConditionFields } from './ConditionFields.tsx';

interface Props {
  readonly number: number;
  /** How its first sentence begins: `Include when`. */
  readonly lead: string;
  readonly words: ConditionWords;
  readonly items: readonly SubscribableItem[];
  readonly row: LinkCondition;
  readonly lines: Lines;
  readonly disabled: boolean;
  /** Values of an item in the last test, for trying patterns. */
  readonly samples?: ((label: string) => readonly string[]) | undefined;
  /** These are told the number of the row, so that they stay the same functions. */
  onChange(number: number, row: LinkCondition, joins: string | undefined): void;
  onDuplicate(number: number, row: LinkCondition): void;
  onRemove(number: number): void;
}

/** Names a line of a list of conditions: a row, and a part of it. */
export const conditionLine = (row: number, part: number): string => `${row}.${part}`;

/** One row of conditions: a single one, or several that must hold together. */
export const ConditionGroup = memo(function ConditionGroup({ number, lead, words, items, row, lines, disabled, samples, onChange, onDuplicate, onRemove }: Props): ReactElement {
  const parts = 'all' in row ? row.all : [row];
  const many = parts.length > 1;
  const change = (next: readonly SingleCondition[], joins?: string): void => {
    const [only] = next;
    if (only === undefined) onRemove(number);
    else onChange(number, next.length === 1 ? only : { all: [...next] }, joins);
  };
  const insert = (index: number, part: SingleCondition): void => change(parts.toSpliced(index, 0, part), lines.open(conditionLine(number, index + 1)));
  const remove = (index: number): void => {
    lines.close();
    change(parts.toSpliced(index, 1));
  };
  return (
    <Box role="group" aria-label={many ? `Row ${number}, all of ${parts.length} conditions` : `Row ${number}`} sx={{ display: 'grid', gap: 0.5 }}>
      {parts.map((part, index) => {
        const name = many ? `${number}.${index + 1}` : String(number);
        const line = lines.of(conditionLine(number, index + 1));
        return (
          // Parts have no identity of their own; the position is the key.
          <Box key={index} sx={index > 0 ? { paddingLeft: 2 } : {}}>
            <SentenceLine
              sentence={conditionSentence(index > 0 ? 'and' : lead, part, words)}
              noun={`condition ${name}`}
              line={line}
              disabled={disabled}
              onDuplicate={() => (many ? insert(index + 1, part) : onDuplicate(number, row))}
              onRemove={() => remove(index)}
              more={
                <Button variant="text" size="small" disabled={disabled} startIcon={<AddIcon />} aria-label={`Add a condition that must hold together with row ${number}`} onClick={() => insert(parts.length, { status: ['success'] })} sx={{ minHeight: 24, minWidth: 0, paddingBlock: 0 }}>
                  and
                </Button>
              }
            >
              <ConditionFields number={name} items={items} row={part} disabled={disabled} samples={samples} onChange={(next) => change(parts.with(index, next), line.joins)} />
            </SentenceLine>
          </Box>
        );
      })}
    </Box>
  );
});
