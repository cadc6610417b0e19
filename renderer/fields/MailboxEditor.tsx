import BrowseIcon from '@mui/icons-material/FolderOpenOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { isExpression, type EditorProps } from './editorProps.ts';
import { FolderPicker } from './mailbox/FolderPicker.tsx';
import { ItemPicker } from './mailbox/ItemPicker.tsx';
import { TextEditor } from './TextEditor.tsx';

/** A folder or an item of a mailbox: typed, subscribed, or chosen by looking into the mailbox. */
export function MailboxEditor(props: EditorProps): ReactElement {
  const { field, value, onChange, adornment, disabled, mailbox, expression } = props;
  const [picking, setPicking] = useState(false);
  const noun = field.kind === 'folder' ? 'folder' : 'item';
  const choose = (chosen: string): void => {
    setPicking(false);
    expression?.endStep();
    onChange(chosen);
    expression?.endStep();
  };
  const close = (): void => setPicking(false);
  const browse = mailbox === undefined ? undefined : (
    <Tooltip title={`Choose the ${noun} in the mailbox`}>
      <IconButton aria-label={`Browse the mailbox for ${field.label}`} disabled={disabled ?? false} onClick={() => setPicking(true)} sx={{ width: 24, height: 24 }}><BrowseIcon sx={{ fontSize: 16 }} /></IconButton>
    </Tooltip>
  );
  return (
    <>
      <TextEditor {...props} adornment={<Box sx={{ display: 'flex', gap: 0.25, alignItems: 'center', flexShrink: 0 }}>{browse}{adornment}</Box>} />
      {picking && mailbox !== undefined && (field.kind === 'folder'
        ? <FolderPicker connection={mailbox} title={field.label} value={isExpression(value) ? '' : value} onChoose={choose} onClose={close} />
        : <ItemPicker connection={mailbox} title={field.label} onChoose={choose} onClose={close} />)}
    </>
  );
}
