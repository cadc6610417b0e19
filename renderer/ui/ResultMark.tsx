import ThrottledIcon from '@mui/icons-material/HourglassTopOutlined';
import type { ReactElement } from 'react';
import { Box } from '@mui/material';
import { StatusIcon } from './StatusIcon.tsx';

/** What a request amounts to; traces and the demo server have this shape. */
export interface ShownResult {
  readonly class: 'success' | 'warning' | 'error' | 'throttled' | 'none';
  readonly code: string;
  readonly text?: string | undefined;
}

/** What a request amounts to, as shape and word. */
export function ResultMark({ result }: { readonly result: ShownResult }): ReactElement {
  const text = result.class === 'none' && result.code !== 'no answer' ? `no answer${result.code === '' ? '' : ` (${result.code})`}` : result.code;
  if (result.class === 'throttled') {
    return (
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'studio.warning', fontWeight: 500 }}>
        <ThrottledIcon aria-hidden sx={{ fontSize: '1rem' }} />
        {text}
      </Box>
    );
  }
  const status = result.class === 'success' ? 'success' : result.class === 'warning' ? 'warning' : 'failed';
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, minWidth: 0 }} title={result.text ?? text}>
      <StatusIcon status={status} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', ...(status === 'failed' ? { color: 'studio.error', fontWeight: 500 } : {}) }}>{text}</Box>
    </Box>
  );
}
