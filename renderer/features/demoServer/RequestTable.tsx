import { Box, Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { DemoRequest } from '../../../shared/demo/demo.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { timeOfDay } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { ResultMark } from '../../ui/ResultMark.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';

/** How many requests the page lists; the traces have all of them. */
const shownRequests = 12;

/** How a request fared, in the words of the traces. */
function Fared({ outcome, answer }: DemoRequest): ReactElement {
  if (outcome === 'waiting') return <StatusIcon status="running" word label="Not answered yet" />;
  if (outcome === 'closed') return <StatusIcon status="cancelled" word label="Closed before the end" />;
  // The first request of a connection comes without sign-in, and is asked for it: nothing went wrong.
  if (answer === undefined || answer.class === 'challenge') return <StatusIcon status="skipped" word label="Sign-in asked for" />;
  return <ResultMark result={{ class: answer.class, code: answer.code }} />;
}

/** Who signed in to the demo server last, and what it was asked. */
export function RequestTable({ requests }: { readonly requests: readonly DemoRequest[] }): ReactElement {
  const id = useId();
  const commands = useCommands();
  const accounts = [...new Set(requests.flatMap(({ account }) => account ?? []))];
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3" component="h2" id={id} sx={{ flex: 1 }}>Last requests</Typography>
        <Button variant="text" onClick={() => commands.run('view.traces')}>Open the traces</Button>
      </Box>
      {requests.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Nobody has asked the server anything yet. Test a runbook or a configuration of the demo.</Typography>
      ) : (
        <>
          <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{accounts.length === 0 ? 'Nobody signed in.' : `Signed in: ${accounts.join(', ')}.`}</Typography>
          <TableContainer tabIndex={0} role="region" aria-labelledby={id} sx={{ border: `1px solid ${color('border')}`, borderRadius: '8px' }}>
            <Table aria-labelledby={id} sx={{ '& tr:last-of-type > *': { borderBottom: 0 } }}>
              <TableHead>
                <TableRow>
                  <TableCell>Time</TableCell>
                  <TableCell>Account</TableCell>
                  <TableCell>Operation</TableCell>
                  <TableCell>HTTP</TableCell>
                  <TableCell>Result</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {requests.slice(0, shownRequests).map((request) => (
                  <TableRow key={request.number}>
                    <TableCell sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{timeOfDay(new Date(request.at).toISOString())}</TableCell>
                    <TableCell>{request.account ?? 'not signed in'}</TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere' }}>{request.operation}</TableCell>
                    <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{request.status ?? '–'}</TableCell>
                    <TableCell><Fared {...request} /></TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </>
      )}
    </Box>
  );
}
