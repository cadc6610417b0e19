import { keyframes, type SxProps, type Theme } from '@mui/material';
import { color } from '../../ui/color.ts';
import { movingAttribute } from './useCanvasView.ts';

/** Moves nothing. */
const still = keyframes({ from: { transform: 'translate(0)' }, to: { transform: 'translate(0)' } });

/** The look of the canvas: React Flow's own colors are replaced by those of the theme. */
export const canvasStyle: SxProps<Theme> = {
  position: 'relative',
  containerType: 'size',
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  '&:focus': { outline: 'none' },
  '& .react-flow': {
    '--xy-background-color': color('canvas'),
    '--xy-edge-stroke': color('controlBorder'),
    '--xy-edge-stroke-selected': color('accent'),
    '--xy-connectionline-stroke': color('accent'),
    '--xy-connectionline-stroke-width': '2',
    '--xy-selection-background-color': `color-mix(in srgb, ${color('accent')} 10%, transparent)`,
    '--xy-selection-border': `1px solid ${color('accent')}`,
    '--xy-minimap-background-color': color('raised'),
    '--xy-minimap-mask-background-color': `color-mix(in srgb, ${color('canvas')} 75%, transparent)`,
    '--xy-minimap-mask-stroke-color': color('accent'),
  },
  // A layer: without it every step of panning draws all cards again. And one that is told to be animated, though the animation stands and adds
  // nothing: only of such a layer the browser believes that it moves by itself, and does not divide the whole page into layers anew.
  [`&[${movingAttribute}] .react-flow__viewport`]: { willChange: 'transform', animationName: `${still}`, animationDuration: '1s', animationPlayState: 'paused', animationComposition: 'add' },
  '& .react-flow__node': { cursor: 'default', '&:focus-visible': { outline: 'none' } },
  '& .react-flow__node.dragging': { cursor: 'grabbing' },
  '& .react-flow__minimap': { border: `1px solid ${color('border')}`, borderRadius: '6px', overflow: 'hidden', margin: '12px' },
  '@container (max-height: 380px) or (max-width: 560px)': { '& .react-flow__minimap': { display: 'none' } },
  '& .react-flow__minimap svg': { display: 'block' },
  '& .react-flow__nodesselection-rect': { borderRadius: '10px' },
  '& .react-flow__edge': { cursor: 'pointer' },
};
