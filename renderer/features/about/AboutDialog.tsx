import { Box, Button, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';

/** The version and what the app runs on. */
export function AboutDialog({ onClose }: { onClose(): void }): ReactElement {
  const id = useId();
  const facts = useStore(useStores().app, (state) => state.facts);
  const rows: readonly (readonly [string, string])[] =
    facts === undefined
      ? []
      : [
          ['Version', facts.version],
          ['Electron', facts.electron],
          ['System', facts.platform],
          ['Credential store', facts.keychain.available ? facts.keychain.store : `Not available. ${facts.keychain.problem ?? ''}`],
          ['License', 'MIT'],
        ];
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="xs" fullWidth>
      <DialogTitle id={`${id}-title`}>Exchange Runbook Studio</DialogTitle>
      <DialogContent>
        <Box sx={{ color: 'studio.textMuted', marginBottom: 2 }}>Draw, test and trace runbooks of Exchange mailbox activities.</Box>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 3, rowGap: 0.75, margin: 0, fontSize: '0.8125rem', '& dt': { color: 'studio.textMuted' }, '& dd': { margin: 0, overflowWrap: 'anywhere' } }}>
          {rows.map(([term, fact]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{fact}</dd>])}
        </Box>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>} cancel={null} />
    </Dialog>
  );
}
