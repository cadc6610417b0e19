import { Box } from '@mui/material';
import { NodeResizer, type Node, type NodeProps } from '@xyflow/react';
import { memo, useContext, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { leastNoteSize } from '../../../shared/runbook/marks.ts';
import { color } from '../../ui/color.ts';
import { markTones } from '../../ui/markColor.ts';
import { CanvasActionsContext } from './canvasActions.ts';
import type { NoteFacts } from './markModel.ts';

/** A note on the canvas. */
export type NoteNode = Node<NoteFacts, 'note'>;

const words = { width: '100%', height: '100%', boxSizing: 'border-box', margin: 0, padding: '8px 10px', font: 'inherit', fontSize: '0.8125rem', lineHeight: 1.4, color: 'studio.text', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', overflow: 'auto' } as const;

/** The text of a note while it is written. Leaving it keeps the text, Escape keeps it as it was. */
function NoteText({ note }: { readonly note: NoteFacts }): ReactElement {
  const { writeNote } = useContext(CanvasActionsContext);
  const [text, setText] = useState(note.text);
  const ended = useRef(false);
  /** The field also loses the focus when it goes. */
  const end = (written: string): void => {
    if (!ended.current) writeNote(note.key, written);
    ended.current = true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') end(note.text);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(text);
    else return;
    event.preventDefault();
  };
  return (
    <Box
      component="textarea"
      className="nodrag nowheel nokey"
      aria-label="Text of the note"
      autoFocus
      value={text}
      onChange={(event) => setText(event.target.value)}
      // A window that goes behind another one ends nothing.
      onBlur={() => (document.hasFocus() ? end(text) : undefined)}
      onKeyDown={onKeyDown}
      sx={{ ...words, resize: 'none', border: 0, background: 'none', outline: 'none', display: 'block' }}
    />
  );
}

/** A note: text on the canvas that says something to people and nothing to the run. */
export const NoteCard = memo(function NoteCard({ data: note, selected }: NodeProps<NoteNode>): ReactElement {
  const { readOnly, sizeNote } = useContext(CanvasActionsContext);
  const { line, soft } = markTones[note.color];
  return (
    <>
      {!readOnly && (
        <NodeResizer
          isVisible={selected}
          minWidth={leastNoteSize.width}
          minHeight={leastNoteSize.height}
          color={color('accent')}
          handleStyle={{ width: 10, height: 10, borderRadius: 2 }}
          onResizeEnd={(_event, { x, y, width, height }) => sizeNote(note.key, [x, y], [width, height])}
        />
      )}
      <Box
        sx={{
          width: '100%',
          height: '100%',
          boxSizing: 'border-box',
          borderRadius: '4px',
          bgcolor: `studio.${soft}`,
          border: `1px solid ${color(selected ? 'accent' : line)}`,
          borderLeftWidth: 4,
          boxShadow: selected ? `0 0 0 1px ${color('accent')}` : 'none',
          '.react-flow__node:focus-visible &': { outline: `2px solid ${color('focus')}`, outlineOffset: '3px' },
        }}
      >
        {note.editing ? <NoteText note={note} /> : <Box sx={{ ...words, ...(note.text === '' ? { color: 'studio.textMuted', fontStyle: 'italic' } : {}) }}>{note.text === '' ? 'Empty note' : note.text}</Box>}
      </Box>
    </>
  );
});
