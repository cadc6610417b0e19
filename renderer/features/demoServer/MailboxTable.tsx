import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { DemoMailbox } from '../../../shared/demo/demo.ts';
import { color } from '../../ui/color.ts';

const columns = [['inbox', 'Inbox'], ['sent', 'Sent Items'], ['calendar', 'Calendar'], ['contacts', 'Contacts'], ['tasks', 'Tasks'], ['other', 'Other folders']] as const;

/** Who has a mailbox in the demo, and how many items each folder holds now. */
export function MailboxTable({ mailboxes }: { readonly mailboxes: readonly DemoMailbox[] }): ReactElement {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.75 }}>
      <Typography variant="h3" component="h2" id={id}>Mailboxes</Typography>
      <TableContainer tabIndex={0} role="region" aria-labelledby={id} sx={{ border: `1px solid ${color('border')}`, borderRadius: '8px' }}>
        <Table aria-labelledby={id} sx={{ '& tr:last-of-type > *': { borderBottom: 0 } }}>
          <TableHead>
            <TableRow>
              <TableCell>Mailbox</TableCell>
              {columns.map(([key, label]) => <TableCell key={key} align="right">{label}</TableCell>)}
            </TableRow>
          </TableHead>
          <TableBody>
            {mailboxes.map((mailbox) => (
              <TableRow key={mailbox.address}>
                <TableCell component="th" scope="row" sx={{ minWidth: 150 }}>
                  <Box sx={{ fontWeight: 500 }}>{mailbox.name}</Box>
                  <Box sx={{ fontSize: '0.75rem', fontWeight: 400, color: 'studio.textMuted', overflowWrap: 'anywhere' }}>{mailbox.address}</Box>
                </TableCell>
                {columns.map(([key]) => <TableCell key={key} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{mailbox[key].toLocaleString('en-US')}</TableCell>)}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
