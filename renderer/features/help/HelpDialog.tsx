import { Box, Button, Dialog, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { commands } from '../../../shared/commands/commands.ts';
import { useApi } from '../../api/useApi.ts';
import { useKeyOf } from '../../stores/current.ts';
import type { HelpRequest } from '../../stores/layout.ts';
import { useStores } from '../../stores/stores.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { helpPages } from './helpPages.ts';

/** Help about what has the focus: the field, and the part of the window with its commands and their keys. */
export function HelpDialog({ request: { topic, field, activity }, onClose }: { readonly request: HelpRequest; onClose(): void }): ReactElement {
  const api = useApi();
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
      <DialogTitle id={`${id}-title`}>{field?.label ?? title}</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 1.5 }}>
        {field !== undefined && <Typography>{field.help}</Typography>}
        {activity !== undefined && <Link component="button" type="button" onClick={() => void api.app.openExternal({ url: activity.documentation })} sx={{ justifySelf: 'start', textAlign: 'start', fontSize: '0.875rem' }}>Documentation of {activity.title}</Link>}
        {field !== undefined && <Typography variant="h3">{title}</Typography>}
        {text.map((paragraph) => <Typography key={paragraph}>{paragraph}</Typography>)}
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'minmax(7rem, max-content) 1fr', columnGap: 2, rowGap: 0.75, margin: 0, fontSize: '0.8125rem', '& dd': { margin: 0 } }}>
          {listed.map((command) => {
            const key = keyOf(command);
            return [<dt key={`${command}-key`}>{key === undefined ? '' : <kbd>{shortcutText(key)}</kbd>}</dt>, <dd key={command}><strong>{commands[command].title.replace(/…$/, '')}.</strong> {commands[command].help}</dd>];
          })}
        </Box>
      </DialogContent>
      <DialogButtons start={layout.getState().dialog === null && <Button onClick={openKeys}>All keys</Button>} accept={<Button variant="contained" autoFocus onClick={onClose}>Close</Button>} cancel={null} />
    </Dialog>
  );
}
