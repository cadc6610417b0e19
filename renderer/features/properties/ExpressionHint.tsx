import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { isExpression } from '../../fields/editorProps.ts';
import { readableParts } from '../../fields/readable.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { previewOf, type LastData } from '../../stores/lastData.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly value: string;
  readonly document: Runbook;
  readonly data: LastData;
}

const chip = { display: 'inline', paddingInline: '5px', borderRadius: '4px', fontWeight: 500, bgcolor: 'studio.accentSoft', color: 'studio.accent' } as const;
const broken = { ...chip, bgcolor: 'studio.errorSoft', color: 'studio.error' } as const;

const clamped = (lines: number) => ({ display: '-webkit-box', WebkitLineClamp: lines, WebkitBoxOrient: 'vertical', overflow: 'hidden' }) as const;

/** Under a field with placeholders: the text as a person reads it, and its value with the data of the last test. */
export function ExpressionHint({ value, document, data }: Props): ReactElement | null {
  if (!isExpression(value)) return null;
  const preview = previewOf(value, document, data);
  return (
    <Box sx={{ marginTop: 0.5, paddingLeft: 1, borderLeft: `2px solid ${color('border')}`, display: 'grid', gap: 0.25, fontSize: '0.75rem', lineHeight: 1.6, overflowWrap: 'anywhere' }}>
      <Box sx={clamped(4)}>
        {readableParts(value, document).map((part, index) =>
          part.kind === 'text' ? (
            <span key={index}>{part.text}</span>
          ) : (
            <Box key={index} component="span" title={part.kind === 'broken' ? 'This activity is not in the runbook.' : undefined} sx={part.kind === 'broken' ? broken : chip}>
              {part.kind === 'broken' ? `⚠ ${part.text}` : part.text}
            </Box>
          ),
        )}
      </Box>
      <Box title={preview.ok ? preview.value : undefined} sx={{ ...clamped(3), color: 'studio.textMuted' }}>{preview.ok ? `→ ${preview.value === '' ? '(empty)' : preview.value}` : preview.problem}</Box>
    </Box>
  );
}
