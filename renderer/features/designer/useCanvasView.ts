import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { useElementSize } from '../../ui/useElementSize.ts';
import { cardSize, type Card } from './cardModel.ts';
import { showWhole } from './firstView.ts';

/** What part of the canvas is shown. */
export interface CanvasView {
  /** Ref of the canvas element. */
  readonly join: (element: HTMLDivElement | null) => void;
  /** Brings a card into view, unless all of it is. */
  readonly reveal: (activity: string) => void;
  /** Shows the runbook, unless the person chose what is shown. */
  readonly begin: () => void;
}

/** Keeps the runbook in view while the room for it changes, and the card that a test waits at. */
export function useCanvasView(document: Runbook, cards: readonly Card[], chosen: boolean): CanvasView {
  const flow = useReactFlow();
  const root = useRef<HTMLDivElement | null>(null);
  const [measure, size] = useElementSize();
  const join = useCallback(
    (element: HTMLDivElement | null) => {
      root.current = element;
      measure(element);
    },
    [measure],
  );
  const begin = (): void => {
    if (!chosen) showWhole(flow, cards.map(({ key }) => document.layout[key] ?? [40, 40]), root.current);
  };
  const reveal = (activity: string): void => {
    const node = flow.getNode(activity);
    const area = root.current;
    if (node === undefined || area === null || area.clientWidth === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y];
    const inside = left >= 0 && top >= 0 && left + cardSize.width * zoom <= area.clientWidth && top + cardSize.height * zoom <= area.clientHeight;
    if (!inside) void flow.setCenter(node.position.x + cardSize.width / 2, node.position.y + cardSize.height / 2, { zoom });
  };
  const { width, height } = size ?? {};
  const paused = cards.find(({ state }) => state === 'paused')?.key;
  // Both follow the room, not every edit: what they call is made anew with each render.
  const follow = useRef({ begin, reveal });
  useEffect(() => {
    follow.current = { begin, reveal };
  });
  useEffect(() => follow.current.begin(), [width, height]);
  useEffect(() => (paused === undefined ? undefined : follow.current.reveal(paused)), [paused, width, height]);
  return { join, reveal, begin };
}
