import { Box } from '@mui/material';
import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useElementSize } from './useElementSize.ts';

/** A part of the bar, with a name that is unique in it. */
export interface BarPart {
  readonly id: string;
  readonly part: ReactNode;
}

interface Props {
  /** In the order in which they stand; the last ones make room first. */
  readonly parts: readonly BarPart[];
  /** Height of a part, in CSS pixels. */
  readonly height: number;
  /** The button behind them, given the parts that found no room. */
  more(hidden: readonly string[]): ReactNode;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/**
 * One line of buttons. What finds no room in it is left to the button at its end, and cannot get the focus meanwhile: the parts
 * would wrap, and all lines after the first are left out.
 */
export function OverflowBar({ parts, height, more }: Props): ReactElement {
  const line = useRef<HTMLDivElement | null>(null);
  const [measure, size] = useElementSize();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  // A button that got a longer name moves the others as a narrower window does.
  useLayoutEffect(() => {
    const places = [...(line.current?.children ?? [])].flatMap((child) => (child instanceof HTMLElement ? [child.offsetTop] : []));
    const first = Math.min(...places);
    const left = parts.filter((_part, index) => (places[index] ?? first) > first).map(({ id }) => id);
    setHidden((before) => (same(before, left) ? before : left));
  }, [parts, size]);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flex: 1, minWidth: 0, gap: 0.25 }}>
      <Box
        ref={(element: HTMLDivElement | null) => {
          line.current = element;
          measure(element);
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.25, rowGap: 1, height, overflow: 'hidden', minWidth: 0 }}
      >
        {parts.map(({ id, part }) => (
          <Box key={id} data-part={id} style={hidden.includes(id) ? { visibility: 'hidden' } : {}} sx={{ display: 'flex', alignItems: 'center', height }}>{part}</Box>
        ))}
      </Box>
      {more(hidden)}
    </Box>
  );
}
