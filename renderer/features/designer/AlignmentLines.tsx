import { ViewportPortal } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { Guide } from '../../../shared/runbook/arrange.ts';
import { color } from '../../ui/color.ts';

/** How far a line goes beyond what it joins, in pixels. */
const beyond = 12;

/** The lines that show what is in line with what is being dragged. */
export function AlignmentLines({ guides }: { readonly guides: readonly Guide[] }): ReactElement | null {
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg aria-hidden data-alignment-lines={guides.length} style={{ position: 'absolute', left: 0, top: 0, width: 1, height: 1, overflow: 'visible', pointerEvents: 'none', zIndex: 2000 }}>
        {guides.map(({ axis, at, from, to }) => {
          const along = { start: from - beyond, end: to + beyond };
          const ends = axis === 'vertical' ? { x1: at, x2: at, y1: along.start, y2: along.end } : { x1: along.start, x2: along.end, y1: at, y2: at };
          return <line key={`${axis}${at}`} {...ends} stroke={color('paused')} strokeWidth={1} strokeDasharray="4 3" vectorEffect="non-scaling-stroke" />;
        })}
      </svg>
    </ViewportPortal>
  );
}
