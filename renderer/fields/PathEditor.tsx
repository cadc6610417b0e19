import { Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useApi } from '../api/useApi.ts';
import type { EditorProps } from './editorProps.ts';
import { TextEditor } from './TextEditor.tsx';

/** The path of one file: typed, pasted, or chosen with the system's dialog. */
export function PathEditor(props: EditorProps): ReactElement {
  const api = useApi();
  const { field, id, onChange, disabled } = props;
  const choose = async (): Promise<void> => {
    const result = await api.files.choose({ title: field.label, several: false });
    const [path] = result.ok ? result.value : [];
    if (path !== undefined) onChange(path);
  };
  const button = <Button id={`${id}-choose`} variant="text" disabled={disabled ?? false} onClick={() => void choose()} sx={{ minHeight: 24, paddingBlock: 0 }}>Choose file…</Button>;
  return <TextEditor {...props} adornment={button} />;
}
