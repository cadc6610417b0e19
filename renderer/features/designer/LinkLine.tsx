import { Box } from '@mui/material';
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo, useContext, type CSSProperties, type ReactElement } from 'react';
import { color } from '../../ui/color.ts';
import { CanvasActionsContext } from './canvasActions.ts';
import type { LinkEdge } from './canvasNodes.ts';

function lineStyle(selected: boolean, notTaken: boolean, disabled: boolean, followed: boolean): CSSProperties {
  return {
    stroke: color(selected ? 'accent' : followed ? 'success' : 'controlBorder'),
    strokeWidth: selected ? 2.5 : notTaken ? 1 : followed ? 2 : 1.5,
    ...(disabled ? { strokeDasharray: '6 4' } : notTaken ? { strokeDasharray: '2 3' } : {}),
  };
}

/** A link on the canvas: its condition, how often the last test followed it, and why it did not. */
export const LinkLine = memo(function LinkLine({ id, data, selected = false, markerEnd, ...ends }: EdgeProps<LinkEdge>): ReactElement | null {
  const { selectLink } = useContext(CanvasActionsContext);
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = ends;
  const [path, labelX, labelY] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 12 });
  if (data === undefined) return null;
  const { label, followed, notTaken, reason, disabled, from, to } = data;
  const words = [label, followed, disabled ? 'disabled' : '', notTaken && label === '' ? 'not followed' : ''].filter((word) => word !== '');
  return (
    <>
      <BaseEdge id={id} path={path} style={lineStyle(selected, notTaken, disabled, followed !== '')} interactionWidth={24} {...(markerEnd === undefined ? {} : { markerEnd })} />
      {words.length > 0 && (
        <EdgeLabelRenderer>
          <Box
            className="nodrag nopan"
            title={reason === '' ? words.join(' ') : reason}
            onClick={() => selectLink({ from, to })}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            sx={{
              position: 'absolute',
              pointerEvents: 'all',
              cursor: 'pointer',
              display: 'flex',
              gap: 0.5,
              maxWidth: 160,
              paddingInline: '6px',
              lineHeight: '18px',
              fontSize: '0.6875rem',
              borderRadius: '9px',
              border: `1px solid ${color(selected ? 'accent' : 'border')}`,
              bgcolor: 'studio.raised',
              color: 'studio.textMuted',
              fontVariantNumeric: 'tabular-nums',
            }}
          >
            {words.map((word) => (
              <Box key={word} component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', ...(word === followed ? { fontWeight: 600, color: 'studio.success', flexShrink: 0 } : {}) }}>
                {word}
              </Box>
            ))}
          </Box>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
