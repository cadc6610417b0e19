import { Box, Button, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { FolderTree } from './FolderTree.tsx';
import type { PlacedFolder } from './folderTree.ts';
import { ItemList } from './ItemList.tsx';

interface Props {
  readonly connection: string;
  /** Label of the field. */
  readonly title: string;
  onChoose(id: string): void;
  onClose(): void;
}

/** Chooses an item of the mailbox: a folder on the left, its items on the right. */
export function ItemPicker({ connection, title, onChoose, onClose }: Props): ReactElement {
  const [folder, setFolder] = useState<PlacedFolder | undefined>(undefined);
  const [item, setItem] = useState<string | undefined>(undefined);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Choose an item for {title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: 'minmax(180px, 2fr) minmax(0, 3fr)', gap: 1.5, height: 'min(480px, 62vh)' }}>
        <Box sx={{ display: 'flex', minWidth: 0, minHeight: 0 }}>
          <FolderTree connection={connection} start="Inbox" onSelect={setFolder} onChoose={setFolder} />
        </Box>
        <Box sx={{ display: 'flex', minWidth: 0, minHeight: 0 }}>
          {folder !== undefined && <ItemList key={folder.folder.id} connection={connection} folder={folder.folder} selected={item} onSelect={setItem} onChoose={onChoose} />}
        </Box>
      </DialogContent>
      <DialogButtons cancel={<Button onClick={onClose}>Cancel</Button>} accept={<Button variant="contained" disabled={item === undefined} onClick={() => (item === undefined ? undefined : onChoose(item))}>Choose item</Button>} />
    </Dialog>
  );
}
