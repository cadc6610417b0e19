import type { GlobalStylesProps } from '@mui/material';
import type { CSSProperties } from 'react';
import type { ExecutionState } from '../../../shared/engine/activityView.ts';
import { color, type ColorName } from '../../ui/color.ts';

/** The handle's pointer target; the dot is drawn inside it. */
export const handleStyle: CSSProperties = { width: 24, height: 24, background: 'none', border: 'none', zIndex: 1 };
/** Links end at the whole card, so the left handle takes no pointer: the breakpoint strip lies under it. */
export const targetHandleStyle: CSSProperties = { ...handleStyle, pointerEvents: 'none' };

const stateColors: Readonly<Partial<Record<ExecutionState, ColorName>>> = { running: 'accent', paused: 'paused', success: 'success', warning: 'warning', failed: 'error' };

const ringed = (name: ColorName): CSSProperties => ({ borderColor: color(name), boxShadow: `0 0 0 1px ${color(name)}, 0 2px 8px ${color('shadow')}` });

const card = {
  '.activity-card': {
    position: 'relative',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: '8px 10px 8px 18px',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    backgroundColor: color('raised'),
    color: color('text'),
    border: `1px solid ${color('border')}`,
    borderRadius: '8px',
    boxShadow: `0 1px 3px ${color('shadow')}`,
  },
  '.activity-card[data-disabled]': { backgroundColor: color('panel'), borderStyle: 'dashed', borderColor: color('controlBorder') },
  // The state is told by icon and word, the border only repeats it.
  ...Object.fromEntries(Object.entries(stateColors).map(([state, name]) => [`.activity-card[data-state="${state}"]`, { borderColor: color(name) }])),
  '.activity-card[data-state="running"]': ringed('accent'),
  '.activity-card[data-state="paused"]': ringed('paused'),
  '.react-flow__node.selected .activity-card': ringed('accent'),
  // A card that is not what is looked for: flat and gray, but still to be read.
  '.react-flow__node .activity-card.activity-card[data-dimmed]': { backgroundColor: color('canvas'), boxShadow: 'none' },
  '.activity-card[data-dimmed] *': { color: `${color('textMuted')} !important`, fontWeight: '400 !important' },
  '.activity-card[data-dimmed] svg': { opacity: 0.5 },
  '.react-flow__node:focus-visible .activity-card': { outline: `2px solid ${color('focus')}`, outlineOffset: '3px' },
} as const;

const handles = {
  '.card-handle::after': { content: '""', position: 'absolute', inset: '7px', borderRadius: '50%', backgroundColor: color('raised'), border: `1.5px solid ${color('controlBorder')}` },
  '.card-handle:hover::after, .card-handle.connectingto::after, .card-handle.connectingfrom::after': { inset: '5px', backgroundColor: color('accent'), borderColor: color('accent') },
} as const;

const words = {
  '.card-head': { display: 'flex', gap: '8px', alignItems: 'flex-start', minWidth: 0 },
  '.card-icon': { display: 'grid', placeItems: 'center', width: '30px', height: '30px', borderRadius: '6px', backgroundColor: color('accentSoft'), color: color('accent'), flexShrink: 0 },
  '.card-names': { minWidth: 0, flex: 1, lineHeight: '16px' },
  // Two lines, never more. The room above keeps the tops of letters, which a small zoom draws a little higher, from being cut.
  '.card-name': { paddingTop: '3px', marginTop: '-3px', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', fontSize: '13px', fontWeight: 600 },
  '.card-title': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: '12px', color: color('textMuted') },
  '.card-facts': { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0, fontSize: '12px', color: color('text') },
  '.activity-card[data-state="idle"] .card-facts, .card-disabled': { color: color('textMuted') },
  '.card-fact': { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  '.card-disabled': { fontWeight: 600 },
} as const;

const marks = {
  '.card-badges': { position: 'absolute', bottom: '-10px', left: '10px', display: 'flex', gap: '4px' },
  '.card-badge': { boxSizing: 'border-box', padding: '0 4px', height: '18px', display: 'flex', alignItems: 'center', gap: '2px', fontSize: '11px', fontWeight: 600, borderRadius: '6px', backgroundColor: color('raised'), border: `1px solid ${color('border')}`, color: color('textMuted') },
  '.card-badge svg': { fontSize: '13px' },
  '.card-badge[data-marked]': { borderColor: color('accent'), color: color('accent'), fontVariantNumeric: 'tabular-nums' },
  '.card-start': { position: 'absolute', top: '-10px', left: '10px' },
  '.card-start svg': { fontSize: '12px' },
  // A little higher than the badges beside it, so that it is easily hit.
  'button.card-invoked': { height: '24px', marginBottom: '-6px', padding: '0 6px', fontFamily: 'inherit', cursor: 'pointer', borderColor: color('accent'), color: color('accent') },
  'button.card-invoked:hover': { backgroundColor: color('accentSoft') },
  'button.card-invoked[data-waits]': { borderColor: color('paused'), color: color('paused') },
  'button.card-invoked[data-waits]:hover': { backgroundColor: color('pausedSoft') },
  '.card-problems': {
    position: 'absolute',
    top: '-12px',
    right: '10px',
    minWidth: '24px',
    height: '24px',
    padding: '0 6px',
    display: 'flex',
    alignItems: 'center',
    gap: '3px',
    fontFamily: 'inherit',
    fontSize: '0.6875rem',
    fontWeight: 700,
    cursor: 'pointer',
    borderRadius: '12px',
    border: `1px solid ${color('warning')}`,
    backgroundColor: color('warningSoft'),
    color: color('warning'),
  },
  '.card-problems[data-errors]': { borderColor: color('error'), backgroundColor: color('errorSoft'), color: color('error') },
  '.card-problems svg': { fontSize: '14px' },
} as const;

/** The strip at the left edge that sets a breakpoint. A condition makes its dot a diamond, so that it is not told by color. */
const gutter = {
  '.card-gutter': { position: 'absolute', top: 0, bottom: 0, left: 0, width: '16px', padding: 0, border: 'none', borderRadius: '7px 0 0 7px', backgroundColor: 'transparent', cursor: 'pointer' },
  '.card-gutter::after': { content: '""', position: 'absolute', left: '4px', top: '12px', boxSizing: 'border-box', width: '9px', height: '9px', borderRadius: '50%', border: `1.5px solid ${color('error')}`, visibility: 'hidden' },
  '.card-gutter:hover::after': { visibility: 'visible' },
  '.card-gutter[aria-pressed="true"]::after': { backgroundColor: color('error'), visibility: 'visible' },
  '.card-gutter[data-conditional]::after': { borderRadius: '1px', transform: 'rotate(45deg)' },
} as const;

/** Two bars: an icon would be two elements more in each card. */
const plus = 'linear-gradient(currentColor 0 0) center / 10px 1.5px no-repeat, linear-gradient(currentColor 0 0) center / 1.5px 10px no-repeat';

const buttons = {
  '.card-add': { position: 'absolute', right: '-12px', bottom: '-12px', width: '24px', height: '24px', padding: 0, border: 'none', background: 'none', cursor: 'pointer' },
  '.card-add::before': { content: '""', position: 'absolute', inset: 0, boxSizing: 'border-box', borderRadius: '50%', border: `1px solid ${color('controlBorder')}`, background: `${plus}, ${color('raised')}`, color: color('textMuted'), visibility: 'hidden' },
  '.card-add:hover::before': { background: `${plus}, ${color('accent')}`, borderColor: color('accent'), color: color('onAccent') },
  '.activity-card:hover .card-add::before, .react-flow__node.selected .card-add::before': { visibility: 'visible' },
  // Invisible: the link itself shows that it is selected.
  '.card-link': { position: 'absolute', right: 0, top: '50%', width: '1px', height: '1px', padding: 0, border: 0, background: 'none' },
  // The browser clips every icon to its box by itself, and paints what is clipped apart from what is not.
  '.activity-card svg': { overflow: 'visible' },
} as const;

const forcedColors = {
  '@media (forced-colors: active)': {
    '.react-flow__node.selected .activity-card': { borderWidth: '2px' },
    // A background that is forced would leave a circle that says the opposite.
    '.card-gutter::after': { forcedColorAdjust: 'none', borderColor: 'CanvasText', backgroundColor: 'Canvas' },
    '.card-gutter[aria-pressed="true"]::after': { backgroundColor: 'CanvasText' },
  },
} as const;

/** The look of all cards, as one sheet for the page: a card that comes into view while the canvas moves has no styles of its own to be worked out. */
export const cardSheet: GlobalStylesProps['styles'] = { ...card, ...handles, ...words, ...marks, ...gutter, ...buttons, ...forcedColors };
