import DropIcon from '@mui/icons-material/FileOpenOutlined';
import { Box, Typography } from '@mui/material';
import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { color } from './color.ts';

interface Props {
  /** What dropping does, shown while files are dragged over. */
  readonly text: string;
  onFiles(dropped: DataTransfer): void;
  readonly children: ReactNode;
}

/** Whether files or folders are dragged. What they are called is told only when they are dropped. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Takes files and folders that are dropped on what it surrounds. Anything else is left to what lies below, and what something inside takes is left to that. */
export function FileDrop({ text, onFiles, children }: Props): ReactElement {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (event.isDefaultPrevented()) return setOver(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (event.isDefaultPrevented() || !holdsFiles(event)) return;
    event.preventDefault();
    onFiles(event.dataTransfer);
  };
  return (
    <Box
      onDragEnter={onDragOver}
      onDragOver={onDragOver}
      onDragLeave={({ currentTarget, relatedTarget }) => (relatedTarget instanceof Node && currentTarget.contains(relatedTarget) ? undefined : setOver(false))}
      onDrop={onDrop}
      sx={{ position: 'relative', flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      {children}
      {over && (
        <Box sx={{ position: 'absolute', inset: 0, zIndex: 10, pointerEvents: 'none', display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 1, bgcolor: `color-mix(in srgb, ${color('surface')} 88%, transparent)`, border: `2px dashed ${color('accent')}` }}>
          <DropIcon aria-hidden />
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{text}</Typography>
        </Box>
      )}
    </Box>
  );
}
