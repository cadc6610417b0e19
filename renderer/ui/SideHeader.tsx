import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

/** The title of a side bar's view with its buttons. */
export function SideHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, minHeight: 36, paddingLeft: 1.5, paddingRight: 0.75, '& .MuiIconButton-root': { width: 25, height: 25 } }}>
      <Typography variant="overline" component="h2" sx={{ flex: 1, color: 'studio.textMuted', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{title}</Typography>
      {children}
    </Box>
  );
}
