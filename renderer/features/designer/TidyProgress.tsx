import { Box, Button, CircularProgress } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import { color } from '../../ui/color.ts';

/** Work that is shorter than this shows nothing, in milliseconds. */
const patience = 300;

/** Says that the runbook is being laid out, with a way to give that up. */
export function TidyProgress({ onCancel }: { onCancel(): void }): ReactElement | null {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Box role="status" sx={{ position: 'absolute', top: 12, left: '50%', transform: 'translateX(-50%)', zIndex: 5, display: 'flex', alignItems: 'center', gap: 1.5, paddingBlock: 0.5, paddingInline: 1.5, borderRadius: 1, bgcolor: 'studio.raised', border: `1px solid ${color('border')}`, boxShadow: `0 2px 8px ${color('shadow')}`, fontSize: '0.8125rem' }}>
      <CircularProgress size={16} aria-hidden />
      Tidying up
      <Button size="small" onClick={onCancel}>Cancel</Button>
    </Box>
  );
}
