import type { SxProps, Theme } from '@mui/material';
import type { CSSProperties } from 'react';
import type { ExecutionState } from '../../../shared/engine/activityView.ts';
import { color, type ColorName } from '../../ui/color.ts';
import type { Card } from './cardModel.ts';

/** The handle's pointer target; the dot is drawn inside it. */
export const handleStyle: CSSProperties = { width: 24, height: 24, background: 'none', border: 'none', zIndex: 1 };
/** Links end at the whole card, so the left handle takes no pointer: the breakpoint strip lies under it. */
export const targetHandleStyle: CSSProperties = { ...handleStyle, pointerEvents: 'none' };

const stateColors: Readonly<Partial<Record<ExecutionState, ColorName>>> = {
  running: 'accent',
  paused: 'paused',
  success: 'success',
  warning: 'warning',
  failed: 'error',
};

const handleDot = {
  '& .card-handle::after': {
    content: '""',
    position: 'absolute',
    inset: 7,
    borderRadius: '50%',
    bgcolor: 'studio.raised',
    border: `1.5px solid ${color('controlBorder')}`,
  },
  '& .card-handle:hover::after, & .card-handle.connectingto::after, & .card-handle.connectingfrom::after': { inset: 5, bgcolor: 'studio.accent', borderColor: 'studio.accent' },
} as const;

const addButton = {
  '& .card-add': {
    position: 'absolute',
    right: -12,
    bottom: -12,
    width: 24,
    height: 24,
    padding: 0,
    borderRadius: '50%',
    bgcolor: 'studio.raised',
    border: `1px solid ${color('controlBorder')}`,
    opacity: 0,
    '&:hover': { bgcolor: 'studio.accent', borderColor: 'studio.accent', color: 'studio.onAccent' },
  },
  '&:hover .card-add, .react-flow__node.selected & .card-add': { opacity: 1 },
} as const;

/** The small words on the edge of a card. */
export const badgeStyle = { px: 0.5, height: 18, display: 'flex', alignItems: 'center', gap: 0.25, fontSize: 11, fontWeight: 600, borderRadius: 1, bgcolor: 'studio.raised', border: 1, borderColor: 'studio.border', color: 'studio.textMuted' } as const;

/** The button among them; a little higher than they are, so that it is easily hit. */
export const invokedStyle = (waits: boolean): SxProps<Theme> => ({ ...badgeStyle, height: 24, marginBottom: '-6px', px: 0.75, fontFamily: 'inherit', cursor: 'pointer', borderColor: waits ? 'studio.paused' : 'studio.accent', color: waits ? 'studio.paused' : 'studio.accent', '&:hover': { bgcolor: waits ? 'studio.pausedSoft' : 'studio.accentSoft' } });

/** A card that is not what is looked for: flat and gray, but still to be read. */
const receded = { bgcolor: 'studio.canvas', boxShadow: 'none', '& *': { color: `${color('textMuted')} !important`, fontWeight: '400 !important' }, '& svg': { opacity: 0.5 } } as const;

/** The look of a card; its state is told by icon and word, the border only repeats it. */
export function cardStyle(card: Card, selected: boolean): SxProps<Theme> {
  const state = card.state === undefined ? undefined : stateColors[card.state];
  const ring = selected ? 'accent' : card.state === 'paused' || card.state === 'running' ? state : undefined;
  return {
    position: 'relative',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    paddingLeft: '18px',
    paddingRight: '10px',
    paddingBlock: '8px',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    bgcolor: card.disabled ? 'studio.panel' : 'studio.raised',
    color: 'studio.text',
    border: `1px ${card.disabled ? 'dashed' : 'solid'} ${color(ring ?? state ?? (card.disabled ? 'controlBorder' : 'border'))}`,
    borderRadius: '8px',
    boxShadow: ring === undefined ? `0 1px 3px ${color('shadow')}` : `0 0 0 1px ${color(ring)}, 0 2px 8px ${color('shadow')}`,
    ...(card.dimmed ? receded : {}),
    '.react-flow__node:focus-visible &': { outline: `2px solid ${color('focus')}`, outlineOffset: '3px' },
    '@media (forced-colors: active)': { boxShadow: 'none', borderWidth: selected ? 2 : 1 },
    ...handleDot,
    ...addButton,
  };
}

/** The strip at the left edge that sets a breakpoint. */
export function gutterStyle(set: boolean, conditional: boolean): SxProps<Theme> {
  return {
    position: 'absolute',
    insetBlock: 0,
    left: 0,
    width: 16,
    padding: 0,
    border: 'none',
    borderRadius: '7px 0 0 7px',
    bgcolor: 'transparent',
    cursor: 'pointer',
    '&::after': {
      content: '""',
      position: 'absolute',
      left: '4px',
      top: '12px',
      boxSizing: 'border-box',
      width: 9,
      height: 9,
      // A condition makes the dot a diamond, so that it is not told by color.
      borderRadius: conditional ? '1px' : '50%',
      transform: conditional ? 'rotate(45deg)' : 'none',
      border: `1.5px solid ${color('error')}`,
      bgcolor: set ? 'studio.error' : 'transparent',
      opacity: set ? 1 : 0,
    },
    '&:hover::after': { opacity: 1 },
    // A background that is forced would leave a circle that says the opposite.
    '@media (forced-colors: active)': { '&::after': { forcedColorAdjust: 'none', borderColor: 'CanvasText', bgcolor: set ? 'CanvasText' : 'Canvas' } },
  };
}

/** The badge with the number of problems. */
export function problemStyle(error: boolean): SxProps<Theme> {
  const look = error ? 'error' : 'warning';
  return {
    position: 'absolute',
    top: -12,
    right: 10,
    minWidth: 24,
    height: 24,
    paddingInline: '6px',
    display: 'flex',
    alignItems: 'center',
    gap: '3px',
    fontFamily: 'inherit',
    fontSize: '0.6875rem',
    fontWeight: 700,
    cursor: 'pointer',
    borderRadius: '12px',
    border: `1px solid ${color(look)}`,
    bgcolor: error ? 'studio.errorSoft' : 'studio.warningSoft',
    color: `studio.${look}`,
  };
}
