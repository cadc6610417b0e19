import { Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { commands } from '../../../shared/commands/commands.ts';
import { useKeyOf } from '../../stores/current.ts';
import type { HelpTopic } from '../../stores/layout.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { helpPages } from './helpPages.ts';

/** Help about the part of the window that has the focus: what it is for, and its commands with their keys. */
export function HelpDialog({ topic, onClose }: { readonly topic: HelpTopic; onClose(): void }): ReactElement {
  const id = useId();
  const { layout } = useStores();
  const keyOf = useKeyOf();
  const { title, text, commands: listed } = helpPages[topic];
  const openKeys = (): void => {
    onClose();
    layout.getState().openSettings('Keyboard');
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 1.5 }}>
        {text.map((paragraph) => <Typography key={paragraph}>{paragraph}</Typography>)}
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'minmax(7rem, max-content) 1fr', columnGap: 2, rowGap: 0.75, margin: 0, fontSize: '0.8125rem', '& dd': { margin: 0 } }}>
          {listed.map((command) => {
            const key = keyOf(command);
            return [<dt key={`${command}-key`}>{key === undefined ? '' : <kbd>{shortcutText(key)}</kbd>}</dt>, <dd key={command}><strong>{commands[command].title.replace(/…$/, '')}.</strong> {commands[command].help}</dd>];
          })}
        </Box>
      </DialogContent>
      <DialogButtons start={<Button onClick={openKeys}>All keys</Button>} accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>} cancel={null} />
    </Dialog>
  );
}
