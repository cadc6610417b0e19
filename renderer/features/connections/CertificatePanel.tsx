import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { utcMinute } from '../../../shared/text/utcMinute.ts';
import type { ShownCertificate } from './shownCertificate.ts';

/** What a server's certificate says about itself. */
export function CertificatePanel({ certificate }: { readonly certificate: ShownCertificate }): ReactElement {
  const { subject, issuer, names, validFrom, validTo, fingerprint } = certificate;
  const facts: readonly (readonly [string, string])[] = [
    ['Issued to', subject],
    ['Issued by', issuer],
    ['Names', names],
    ['Valid from', utcMinute(validFrom)],
    ['Valid until', utcMinute(validTo)],
    ['SHA-256 fingerprint', fingerprint],
  ];
  return (
    <Box component="section" aria-label="Certificate" sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1, padding: 1.25 }}>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5, margin: 0, fontSize: '0.8125rem', '& dt': { color: 'studio.textMuted' }, '& dd': { margin: 0, overflowWrap: 'anywhere' } }}>
        {facts.map(([term, fact]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{fact === '' ? 'not told' : fact}</dd>])}
      </Box>
    </Box>
  );
}
