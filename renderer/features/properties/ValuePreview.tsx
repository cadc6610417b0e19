import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { conversion } from '../../../shared/fields/conversion.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { parseValue } from '../../../shared/fields/value.ts';
import { renderReference } from '../../../shared/runbook/expression/reference.ts';
import type { ExpressionFacts } from '../../fields/expression/expressionFacts.ts';
import { chipsOf, type Chip } from '../../fields/expression/valueParts.ts';
import { isExpression } from '../../fields/editorProps.ts';
import { previewOf } from '../../stores/lastData.ts';
import { color } from '../../ui/color.ts';
import { RowPager } from './RowPager.tsx';
import type { PreviewRow } from './previewRow.ts';

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly expression: ExpressionFacts;
  readonly row: PreviewRow;
  readonly readOnly: boolean;
  /** Writes another text, as an undo step of its own. */
  onReplace(value: string): void;
}

const clamped = { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden', minWidth: 0 } as const;

/** What happens to a value of another data type, where the text is one subscription and nothing else. */
function conversionNote(field: Field, value: string, chips: readonly Chip[], expression: ExpressionFacts): string | undefined {
  const [only] = chips;
  if (only === undefined || chips.length !== 1 || value.slice(only.start, only.end) !== value.trim()) return undefined;
  const source = expression.sources.find(({ placeholder }) => placeholder === renderReference(only.target));
  return source === undefined ? undefined : conversion(source.kind, field);
}

function Note({ text, children }: { readonly text: string; readonly children?: ReactElement | false }): ReactElement {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start', color: 'studio.warning' }}>
      <WarningIcon aria-hidden sx={{ fontSize: '0.9375rem', marginTop: '2px', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0 }}>{text} {children}</Box>
    </Box>
  );
}

/** Under a field with placeholders: its value with the data of the last test, what is converted, and how to mend what is broken. */
export function ValuePreview({ field, value, expression, row, readOnly, onReplace }: Props): ReactElement | null {
  if (!isExpression(value)) return null;
  const chips = chipsOf(value, expression);
  const preview = previewOf(value, expression.keys, expression.value);
  const parsed = preview.ok && preview.value !== '' ? parseValue(field, preview.value) : undefined;
  const note = parsed?.ok === false ? `In the last test: ${parsed.problem}` : conversionNote(field, value, chips, expression);
  return (
    <Box sx={{ marginTop: 0.5, paddingLeft: 1, borderLeft: `2px solid ${color('border')}`, display: 'grid', gap: 0.25, fontSize: '0.75rem', lineHeight: 1.6, overflowWrap: 'anywhere' }}>
      {chips.map(({ look, start, end }) => look.problem !== undefined && (
        <Note key={start} text={look.problem}>
          {look.suggestion !== undefined && !readOnly && (
            <Button variant="text" onClick={() => onReplace(value.slice(0, start) + (look.suggestion?.placeholder ?? '') + value.slice(end))} sx={{ minHeight: 24, padding: '0 4px', fontSize: '0.75rem', whiteSpace: 'normal', textAlign: 'start' }}>
              Use {look.suggestion.text}
            </Button>
          )}
        </Note>
      ))}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Box title={preview.ok ? preview.value : undefined} sx={{ ...clamped, color: 'studio.textMuted' }}>{preview.ok ? `→ ${preview.value === '' ? '(empty)' : preview.value}` : preview.problem}</Box>
        {row.count > 1 && <RowPager row={row} />}
      </Box>
      {note !== undefined && <Note text={note} />}
    </Box>
  );
}
