import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { doneByActivity } from '../../../shared/engine/doneSummary.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { color } from '../../ui/color.ts';

/** What a run that did not get through did nevertheless, activity by activity. */
export function RunDone({ view }: { readonly view: RunView }): ReactElement | null {
  if (view.status !== 'cancelled' && view.status !== 'failed') return null;
  const lines = doneByActivity(view);
  if (lines.length === 0) return null;
  return (
    <Box component="ul" aria-label="What the run did" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, margin: 0, padding: '4px 12px', listStyle: 'none', fontSize: '0.8125rem', flexShrink: 0, bgcolor: 'studio.panel', borderBottom: `1px solid ${color('border')}` }}>
      {lines.map(({ key, name, text }) => (
        <li key={key}><Box component="span" sx={{ fontWeight: 600 }}>{name}</Box>: {text}</li>
      ))}
    </Box>
  );
}
