import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { sampleList } from '../../../shared/demo/samples.ts';

/** As many samples as are offered on an empty canvas; the welcome page has all. */
const offered = 3;

interface Props {
  /** The list of activities stands at the left. */
  readonly beside: boolean;
  readonly readOnly: boolean;
  onAdd(): void;
  /** Opens the demo with a sample. */
  onSample(id: string): void;
}

/** What an empty canvas says: how to begin. */
export function EmptyCanvas({ beside, readOnly, onAdd, onSample }: Props): ReactElement {
  return (
    <Box sx={{ position: 'absolute', inset: 0, left: beside ? 208 : 0, display: 'grid', placeItems: 'center', pointerEvents: 'none', overflow: 'auto' }}>
      <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, maxWidth: '46ch', padding: 3, textAlign: 'center' }}>
        {readOnly ? (
          <Typography variant="h2" component="p">This runbook has no activities</Typography>
        ) : (
          <>
            <Typography variant="h2" component="p">Start with an activity</Typography>
            <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
              Press <kbd>Shift+A</kbd>, or drag one from {beside ? 'the left' : 'the list, which the first button above shows'}. <em>Monitor Item</em> starts a runbook when something arrives in a folder; everything else can be started by hand.
            </Typography>
            <Button variant="contained" onClick={onAdd} sx={{ pointerEvents: 'auto' }}>Add activity</Button>
          </>
        )}
        <Typography variant="body2" sx={{ color: 'studio.textMuted', paddingTop: 1.5 }}>Or look at a sample in the demo workspace:</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, pointerEvents: 'auto' }}>
          {sampleList.slice(0, offered).map(({ id, title, summary }) => (
            <Button key={id} variant="outlined" size="small" title={summary} onClick={() => onSample(id)}>{title}</Button>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
