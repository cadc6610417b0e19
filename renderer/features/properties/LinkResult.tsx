import { Box, Typography } from '@mui/material';
import { memo, type ReactElement } from 'react';
import { linkKey } from '../../../shared/runbook/graph.ts';
import type { Link } from '../../../shared/runbook/runbook.ts';
import { linkVerdict } from '../../stores/runText.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { color } from '../../ui/color.ts';

/** What happened at the link in the last test, with the reason for each kind of row. */
export const LinkResult = memo(function LinkResult({ run, link }: { readonly run: TestRun | undefined; readonly link: Link }): ReactElement | null {
  const result = run?.document.links.includes(link) === true ? run.view.links[linkKey(link)] : undefined;
  if (result === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, paddingTop: 1.5, borderTop: `1px solid ${color('border')}` }}>
      <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>In the last test: {linkVerdict(result)}</Typography>
      <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 0.25, fontSize: '0.8125rem', color: 'studio.textMuted' }}>
        {result.reasons.map((reason) => (
          <li key={`${reason.followed} ${reason.reason}`}>{reason.followed ? 'Passed' : 'Not passed'}{reason.count > 1 ? ` ×${reason.count}` : ''}: {reason.reason}</li>
        ))}
        {result.otherReasons > 0 && <li>and {result.otherReasons} more</li>}
      </Box>
    </Box>
  );
});
