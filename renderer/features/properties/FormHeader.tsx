import { Box, Typography } from '@mui/material';
import { memo, type ReactElement, type ReactNode } from 'react';
import { color } from '../../ui/color.ts';

/** What the panel is about: icon, name, kind. */
export const FormHeader = memo(function FormHeader({ icon, title, subtitle, badge }: { readonly icon?: ReactNode; readonly title: string; readonly subtitle: string; readonly badge?: ReactNode }): ReactElement {
  return (
    <Box data-form-header sx={{ display: 'flex', alignItems: 'center', gap: 1.25, padding: '10px 14px', minHeight: 52, borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
      {icon !== undefined && <Box data-form-icon sx={{ display: 'grid', placeItems: 'center', width: 32, height: 32, borderRadius: '6px', bgcolor: 'studio.accentSoft', color: 'studio.accent', flexShrink: 0 }}>{icon}</Box>}
      <Box data-form-title sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="h2" noWrap title={title} sx={{ fontSize: '0.9375rem' }}>{title}</Typography>
        <Typography variant="caption" component="div" noWrap sx={{ color: 'studio.textMuted' }}>{subtitle}</Typography>
      </Box>
      {badge}
    </Box>
  );
});
