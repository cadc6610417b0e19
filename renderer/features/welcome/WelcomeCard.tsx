import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';

interface Props {
  readonly icon: ReactElement;
  readonly title: string;
  readonly text: string;
  readonly action: ReactElement;
}

/** One of the ways to begin. */
export function WelcomeCard({ icon, title, text, action }: Props): ReactElement {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 1, padding: 2.25, border: 1, borderColor: 'studio.border', borderRadius: 2, bgcolor: 'studio.panel' }}>
      <Box sx={{ display: 'grid', placeItems: 'center', width: 36, height: 36, borderRadius: 1.5, bgcolor: 'studio.accentSoft', color: 'studio.accent', '& .MuiSvgIcon-root': { fontSize: '1.25rem' } }}>{icon}</Box>
      <Typography variant="h2">{title}</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted', flex: 1, textWrap: 'pretty' }}>{text}</Typography>
      <Box sx={{ marginTop: 0.5 }}>{action}</Box>
    </Box>
  );
}
