import AddIcon from '@mui/icons-material/Add';
import { Box, IconButton } from '@mui/material';
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo, useContext, type CSSProperties, type ReactElement } from 'react';
import { color } from '../../ui/color.ts';
import { markTones } from '../../ui/markColor.ts';
import { CanvasActionsContext } from './canvasActions.ts';
import type { LinkEdge } from './canvasNodes.ts';
import type { LinkFacts } from './linkModel.ts';

function lineStyle(selected: boolean, { notTaken, disabled, followed, color: chosen, width, dimmed }: LinkFacts): CSSProperties {
  const tone = chosen === undefined ? (followed === '' ? 'controlBorder' : 'success') : markTones[chosen].line;
  return {
    stroke: color(selected ? 'accent' : tone),
    strokeWidth: (width ?? (notTaken ? 1 : followed === '' ? 1.5 : 2)) + (selected ? 1 : 0),
    ...(disabled ? { strokeDasharray: '6 4' } : notTaken ? { strokeDasharray: '2 3' } : {}),
    ...(dimmed ? { opacity: 0.3 } : {}),
  };
}

// Condition above the line, count below it: side by side they would cover the cards at both ends.
const chip = { maxWidth: 150, paddingInline: '6px', lineHeight: '17px', borderRadius: '9px', border: 1, bgcolor: 'studio.raised', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const addButton = { width: 24, height: 24, padding: 0, bgcolor: 'studio.raised', border: 1, borderColor: 'studio.accent', color: 'studio.accent', '&:hover': { bgcolor: 'studio.accent', color: 'studio.onAccent' } } as const;

/** A link on the canvas: its condition, how often the last test followed it, and why it did not. */
export const LinkLine = memo(function LinkLine({ id, data, selected = false, markerEnd, ...ends }: EdgeProps<LinkEdge>): ReactElement | null {
  const { selectLink, addInto, readOnly } = useContext(CanvasActionsContext);
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = ends;
  const [path, labelX, labelY] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 12 });
  if (data === undefined) return null;
  const { label, followed, notTaken, verdict, disabled, dimmed, from, to } = data;
  const words = [label, disabled ? 'disabled' : '', notTaken && label === '' ? 'not followed' : ''].filter((word) => word !== '');
  const addable = selected && !readOnly;
  return (
    <>
      <BaseEdge id={id} path={path} style={lineStyle(selected, data)} interactionWidth={24} {...(markerEnd === undefined ? {} : { markerEnd })} />
      {(words.length > 0 || followed !== '' || addable) && (
        <EdgeLabelRenderer>
          <Box
            className="nodrag nopan"
            data-link-label={id}
            title={[label, disabled ? 'disabled' : '', verdict].filter((word) => word !== '').join(', ')}
            onClick={() => selectLink({ from, to })}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            sx={{ position: 'absolute', pointerEvents: 'all', cursor: 'pointer', display: 'grid', justifyItems: 'center', gap: '3px', fontSize: '0.6875rem', fontVariantNumeric: 'tabular-nums' }}
          >
            {words.length > 0 && <Box sx={{ ...chip, ...(dimmed ? { bgcolor: 'studio.canvas' } : {}), borderColor: selected ? 'studio.accent' : 'studio.border', color: 'studio.textMuted' }}>{words.join(', ')}</Box>}
            {addable && (
              <IconButton className="nodrag" size="small" tabIndex={-1} aria-label="Add an activity into this link" title="Add an activity into this link (Shift+A)" onClick={() => addInto({ from, to })} sx={addButton}>
                <AddIcon sx={{ fontSize: 16 }} />
              </IconButton>
            )}
            {followed !== '' && <Box sx={{ ...chip, ...(dimmed ? { bgcolor: 'studio.canvas' } : {}), borderColor: 'studio.success', fontWeight: 600, color: 'studio.success' }}>{followed}</Box>}
          </Box>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
