import { Box } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { unseen } from './unseen.ts';

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactElement {
  return <Box component="span" sx={{ ...unseen, whiteSpace: 'nowrap' }}>{children}</Box>;
}
