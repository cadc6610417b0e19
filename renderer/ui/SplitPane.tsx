import { Box } from '@mui/material';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import { color } from './color.ts';

interface Props {
  /** Accessible name of the splitter, for example "Width of the side bar". */
  readonly label: string;
  /** Direction in which the two parts lie next to each other. */
  readonly direction: 'row' | 'column';
  /** Which of the two parts has the size; the other one takes the rest. */
  readonly sized: 'first' | 'second';
  /** Size of that part in CSS pixels, and its bounds. */
  readonly size: number;
  readonly minimum: number;
  readonly maximum: number;
  onResize(size: number): void;
  /** The person is done with moving: time to remember the size. */
  onResized?(size: number): void;
  /** The sized part is left out, and with it the splitter. */
  readonly collapsed?: boolean;
  /** The sized part lies over the other one, which keeps its place and cannot be used meanwhile: there is no room for both. */
  readonly covering?: boolean;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

const step = 16;
const largeStep = 64;

/** Two parts with a splitter between them that moves with the pointer and with arrow keys, Home and End. */
export function SplitPane({ label, direction, sized, size, minimum, maximum, onResize, onResized, collapsed = false, covering = false, first, second }: Props): ReactElement {
  const drag = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined);
  const row = direction === 'row';
  const sign = sized === 'first' ? 1 : -1;
  const bounded = (wanted: number): number => Math.round(Math.min(maximum, Math.max(minimum, wanted)));
  const shown = bounded(size);
  const place = (event: PointerEvent): number => (row ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.shiftKey ? largeStep : step;
    const grow = row ? 'ArrowRight' : 'ArrowDown';
    const shrink = row ? 'ArrowLeft' : 'ArrowUp';
    const wanted = { [grow]: shown + sign * by, [shrink]: shown - sign * by, Home: minimum, End: maximum }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onResize(bounded(wanted));
    onResized?.(bounded(wanted));
  };
  const endDrag = (): void => {
    if (drag.current !== undefined) onResized?.(shown);
    drag.current = undefined;
  };

  const covered = covering && !collapsed;
  const placement = (which: 'first' | 'second'): object => {
    if (which !== sized) return { flex: '1 1 0' };
    return covered ? { position: 'absolute', inset: 0, zIndex: 7 } : { flex: `0 1 ${shown}px` };
  };
  const part = (which: 'first' | 'second', content: ReactNode): ReactNode =>
    collapsed && which === sized ? null : (
      <Box inert={covered && which !== sized} sx={{ display: 'flex', minWidth: 0, minHeight: 0, overflow: 'hidden', ...placement(which) }}>{content}</Box>
    );

  return (
    <Box sx={{ display: 'flex', flexDirection: direction, flex: 1, minWidth: 0, minHeight: 0, position: 'relative' }}>
      {part('first', first)}
      {!collapsed && !covering && (
        <Box
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation={row ? 'vertical' : 'horizontal'}
          aria-valuenow={shown}
          aria-valuemin={minimum}
          aria-valuemax={maximum}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { at: place(event), size: shown };
          }}
          onPointerMove={(event) => {
            if (drag.current !== undefined) onResize(bounded(drag.current.size + sign * (place(event) - drag.current.at)));
          }}
          onPointerUp={endDrag}
          onPointerCancel={endDrag}
          sx={{
            position: 'relative',
            flex: '0 0 1px',
            bgcolor: 'studio.border',
            cursor: row ? 'col-resize' : 'row-resize',
            touchAction: 'none',
            zIndex: 2,
            // The line is one pixel; what the pointer can grab is nine.
            '&::after': { content: '""', position: 'absolute', ...(row ? { insetBlock: 0, insetInline: -4 } : { insetInline: 0, insetBlock: -4 }) },
            '&:hover, &:focus-visible, &:active': { outline: `1px solid ${color('focus')}`, outlineOffset: 0, bgcolor: 'studio.focus' },
          }}
        />
      )}
      {part('second', second)}
    </Box>
  );
}
