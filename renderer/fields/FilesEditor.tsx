import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button } from '@mui/material';
import type { ReactElement } from 'react';
import { splitList } from '../../shared/fields/value.ts';
import { useApi } from '../api/useApi.ts';
import type { EditorProps } from './editorProps.ts';
import { TextEditor } from './TextEditor.tsx';

/** A path as an entry of a list: in quotes where it holds a separator. */
const entry = (path: string): string => (/[,;\r\n]/.test(path) ? `"${path}"` : path);

/** Paths of files: typed, pasted, or chosen with the system's dialog, which adds to those that are there. */
export function FilesEditor(props: EditorProps): ReactElement {
  const api = useApi();
  const { field, id, value, onChange, disabled } = props;
  const choose = async (): Promise<void> => {
    const result = await api.files.choose({ title: field.label, several: true });
    if (result.ok && result.value.length > 0) onChange([...splitList(value), ...result.value].map(entry).join('; '));
  };
  return (
    <Box>
      <TextEditor {...props} field={{ ...field, kind: 'list', placeholder: field.placeholder ?? 'Path of a file; separate several with ;' }} />
      <Button id={`${id}-choose`} variant="text" disabled={disabled ?? false} startIcon={<AddIcon />} onClick={() => void choose()} sx={{ marginTop: 0.5, minHeight: 28 }}>
        Choose files…
      </Button>
    </Box>
  );
}
