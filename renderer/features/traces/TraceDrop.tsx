import DropIcon from '@mui/icons-material/FileOpenOutlined';
import { Box, Typography } from '@mui/material';
import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { pathOfFile } from '../../api/client.ts';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';
import { openTraceFiles } from './openTraceFiles.ts';

/** Whether files or folders are dragged. What they are called is told only when they are dropped. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Takes trace files, and folders of them, that are dropped on what it surrounds. Anything else is left to what lies below. */
export function TraceDrop({ children }: { readonly children: ReactNode }): ReactElement {
  const stores = useStores();
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // A file that a page made has no path.
    openTraceFiles(stores, [...event.dataTransfer.files].map(pathOfFile).filter((path) => path !== ''));
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
        <Box sx={{ position: 'absolute', inset: 0, zIndex: 2, pointerEvents: 'none', display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 1, bgcolor: 'studio.surface', border: `2px dashed ${color('accent')}` }}>
          <DropIcon aria-hidden />
          <Typography variant="body2" sx={{ fontWeight: 600 }}>Drop to open as trace files</Typography>
        </Box>
      )}
    </Box>
  );
}
