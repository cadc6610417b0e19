import InformationIcon from '@mui/icons-material/InfoOutlined';
import SuccessIcon from '@mui/icons-material/CheckCircleOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, type SvgIcon } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

type Tone = 'information' | 'success' | 'warning';

const icons: Readonly<Record<Tone, typeof SvgIcon>> = { information: InformationIcon, success: SuccessIcon, warning: WarningIcon };
const names: Readonly<Record<Tone, string>> = { information: 'Information', success: 'Success', warning: 'Warning' };

interface Props {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A sentence or two that belong to what stands around them. Failures are an `ErrorCard`. */
export function Notice({ tone, children }: Props): ReactElement {
  const Icon = icons[tone];
  return (
    <Box role="note" sx={{ display: 'flex', gap: 1, padding: '8px 10px', borderRadius: 1, border: 1, borderColor: 'studio.border', bgcolor: `studio.${tone}Soft`, fontSize: '0.8125rem', lineHeight: 1.45 }}>
      <Icon titleAccess={names[tone]} sx={{ color: `studio.${tone}`, flexShrink: 0, marginTop: '1px' }} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
    </Box>
  );
}
