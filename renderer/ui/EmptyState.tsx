import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  /** What is not here, or what to do. */
  readonly text: ReactNode;
  /** A heading, where the text alone would be too quiet. */
  readonly title?: string;
  readonly icon?: ReactNode;
  /** Buttons for the next step. */
  readonly actions?: ReactNode;
}

/** What a list or panel shows while there is nothing in it: the reason and the next step. */
export function EmptyState({ text, title, icon, actions }: Props): ReactElement {
  return (
    <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 1, padding: 3, minHeight: 0, textAlign: 'center', color: 'studio.textMuted' }}>
      {icon}
      {title !== undefined && <Typography variant="h3" component="p" sx={{ color: 'studio.text' }}>{title}</Typography>}
      <Typography variant="body2" component="div" sx={{ maxWidth: '56ch', textWrap: 'pretty' }}>{text}</Typography>
      {actions !== undefined && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'center', marginTop: 1 }}>{actions}</Box>}
    </Box>
  );
}
