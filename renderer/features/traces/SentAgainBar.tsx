import { Box, Button } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly paused: boolean;
  onShow(): void;
  onClose(): void;
}

/** Tells, to the ear as well, of the pair of a request that was sent again while the list does not show it. */
export function SentAgainBar({ paused, onShow, onClose }: Props): ReactElement {
  const { app } = useStores();
  const text = `The request was sent again. ${paused ? 'The list is paused and does not show the new one.' : 'The filter hides the new one.'}`;
  useEffect(() => app.getState().announce(text), [app, text]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, paddingInline: 1.5, paddingBlock: '2px', borderBottom: `1px solid ${color('border')}`, bgcolor: 'studio.informationSoft', fontSize: '0.8125rem', flexShrink: 0 }}>
      <Box component="span" sx={{ flex: '1 1 14rem' }}>{text}</Box>
      <Button variant="text" onClick={onShow}>Show the new request</Button>
      <Button variant="text" onClick={onClose}>Close</Button>
    </Box>
  );
}
