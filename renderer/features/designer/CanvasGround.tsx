import { Box } from '@mui/material';
import { ViewportPortal } from '@xyflow/react';
import { memo, useId, type ReactElement } from 'react';
import { gridSize } from '../../../shared/runbook/edits.ts';
import { color } from '../../ui/color.ts';

/** A dot at every third line of the grid. */
const gap = gridSize * 3;
const radius = 0.75;
/** How far the ground goes in each direction, in pixels at actual size: farther than anybody draws, and a whole number of gaps. */
const reach = gap * 4000;

/**
 * What the runbook lies on: the color of the canvas and its dots. It is part of what is moved, so that it is not drawn anew with each
 * step of panning, and it is what cards and links stand on when the browser makes a layer of them (see `movingAttribute`).
 */
export const CanvasGround = memo(function CanvasGround(): ReactElement {
  const pattern = useId();
  return (
    <ViewportPortal>
      <Box aria-hidden data-canvas-ground sx={{ position: 'absolute', zIndex: -2, left: -reach, top: -reach, width: 2 * reach, height: 2 * reach, pointerEvents: 'none', bgcolor: 'studio.canvas' }}>
        <svg width="100%" height="100%" style={{ display: 'block' }}>
          <pattern id={pattern} width={gap} height={gap} patternUnits="userSpaceOnUse">
            <circle cx={gap / 2 + radius} cy={gap / 2 + radius} r={radius} fill={`color-mix(in srgb, ${color('controlBorder')} 45%, transparent)`} />
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${pattern})`} />
        </svg>
      </Box>
    </ViewportPortal>
  );
});
