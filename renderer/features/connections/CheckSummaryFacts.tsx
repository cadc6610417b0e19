import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { CheckSummary } from '../../../shared/connections/checks.ts';
import { spanText } from '../../../shared/text/measures.ts';

/** A difference between the clocks below this does no harm (Kerberos and tokens allow five minutes). */
const harmlessSeconds = 300;

/** What a test that passed learnt about the server and the mailbox. */
export function CheckSummaryFacts({ summary }: { readonly summary: CheckSummary }): ReactElement {
  const { clockDifferenceSeconds: clock, certificateExpires } = summary;
  const facts: readonly (readonly [string, string])[] = [
    ['Server', summary.build === '' ? summary.product : `${summary.product} (${summary.build})`],
    ['Mailbox', `${summary.mailbox}, ${summary.itemCount.toLocaleString('en-US')} items in ${summary.folder}`],
    ['Round trip', spanText(summary.roundTripMs)],
    ...(certificateExpires === undefined ? [] : [['Certificate expires', new Date(certificateExpires).toLocaleDateString()] as const]),
    ...(clock === undefined || Math.abs(clock) < harmlessSeconds ? [] : [['Clock', `The server's clock is ${Math.round(Math.abs(clock) / 60)} minutes ${clock > 0 ? 'ahead' : 'behind'}.`] as const]),
  ];
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.25, margin: 0, marginTop: 0.5, '& dt': { color: 'studio.textMuted' }, '& dd': { margin: 0, overflowWrap: 'anywhere' } }}>
      {facts.map(([term, fact]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{fact}</dd>])}
    </Box>
  );
}
