import { useReactFlow, type FitViewOptions, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { cardSize, defaultPlace } from '../../../shared/runbook/arrange.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { motionIsReduced } from '../../ui/motion.ts';
import { useElementSize } from '../../ui/useElementSize.ts';
import type { Card } from './cardModel.ts';
import { showWhole } from './firstView.ts';

/** Marks the canvas while it is moved. */
export const movingAttribute = 'data-moving';

/** What part of the canvas is shown, and how to show another. */
interface CanvasView {
  /** Ref of the canvas element. */
  readonly join: (element: HTMLDivElement | null) => void;
  /** Brings a card into view, unless all of it is. */
  readonly reveal: (activity: string) => void;
  /** Shows the runbook, unless the person chose what is shown. */
  readonly begin: () => void;
  /** The canvas is moved at this zoom, or has come to rest. */
  readonly moving: (zoom: number | undefined) => void;
}

/** How much of the canvas can be seen, in pixels from its left edge: in a narrow window the properties lie above its right side. */
function freeWidth(area: HTMLElement): number {
  const room = area.getBoundingClientRect();
  const above = area.ownerDocument.querySelector('aside[aria-label="Properties"]')?.getBoundingClientRect();
  const isCovered = above !== undefined && above.width > 0 && above.left > room.left && above.left < room.right;
  return isCovered ? above.left - room.left : area.clientWidth;
}

/** Keeps the runbook in view while the room for it changes, and the card that a test waits at. */
export function useCanvasView({ document, selection, view, viewport }: Pick<OpenEditor, 'document' | 'selection' | 'view' | 'viewport'>, cards: readonly Card[], onViewport: (viewport: Viewport) => void): CanvasView {
  const flow = useReactFlow();
  const chosen = viewport !== undefined;
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
    if (!chosen) showWhole(flow, cards.map(({ key }) => document.layout[key] ?? defaultPlace), root.current);
  };
  const reveal = (activity: string): void => {
    const node = flow.getNode(activity);
    const area = root.current;
    if (node === undefined || area === null || area.clientWidth === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y];
    const [width, height] = [freeWidth(area), area.clientHeight];
    const inside = left >= 0 && top >= 0 && left + cardSize.width * zoom <= width && top + cardSize.height * zoom <= height;
    if (inside) return;
    const [middleX, middleY] = [node.position.x + cardSize.width / 2, node.position.y + cardSize.height / 2];
    void flow.setViewport({ x: Math.round(width / 2 - middleX * zoom), y: Math.round(height / 2 - middleY * zoom), zoom });
  };
  const move = (): Promise<boolean> | undefined => {
    const options = { duration: motionIsReduced() ? 0 : 140 };
    const { link, activities } = selection;
    const area = root.current;
    /** Nothing is shown where the properties lie over it, unless they leave no room for a card. */
    const beside = (share: number): NonNullable<FitViewOptions['padding']> => {
      const free = area === null ? 0 : freeWidth(area);
      if (area === null || free < cardSize.width || free >= area.clientWidth) return share;
      return { top: share, left: share, bottom: share, right: `${Math.round(area.clientWidth - free + (free - free / (1 + share)) / 2)}px` };
    };
    switch (view?.show) {
      case 'actualSize':
        return flow.zoomTo(1, options);
      case 'fit':
        return flow.fitView({ padding: beside(0.12), maxZoom: 1, ...options });
      case 'selection':
        return flow.fitView({ padding: beside(0.3), maxZoom: 1.5, nodes: (link === undefined ? activities : [link.from, link.to]).map((id) => ({ id })), ...options });
      case 'zoomIn':
        return flow.zoomIn(options);
      case 'zoomOut':
        return flow.zoomOut(options);
      case 'selected':
        activities.slice(0, 1).forEach(reveal);
        return Promise.resolve(true);
      case 'whole':
        showWhole(flow, cards.map(({ key }) => document.layout[key] ?? defaultPlace), root.current);
        return Promise.resolve(true);
      case undefined:
        return undefined;
    }
  };
  const show = (): void => void move()?.then(() => onViewport(flow.getViewport()));
  const { width, height } = size ?? {};
  const paused = cards.find(({ state }) => state === 'paused')?.key;
  // Both follow the room, not every edit: what they call is made anew with each render.
  const follow = useRef({ begin, reveal, show });
  useEffect(() => {
    follow.current = { begin, reveal, show };
  });
  useEffect(() => follow.current.begin(), [width, height]);
  useEffect(() => (paused === undefined ? undefined : follow.current.reveal(paused)), [paused, width, height]);
  // The canvas may be shown anew long after it was asked: only what is asked for from then on counts.
  const asked = useRef(view?.request);
  useEffect(() => {
    if (asked.current !== view?.request) follow.current.show();
    asked.current = view?.request;
  }, [view?.request]);
  const zoomed = useRef<number | undefined>(undefined);
  // What is drawn is kept and only put elsewhere while it is moved; at another zoom it would be blurred.
  const moving = (zoom: number | undefined): void => {
    root.current?.toggleAttribute(movingAttribute, zoom !== undefined && zoom === zoomed.current);
    zoomed.current = zoom;
  };
  return { join, reveal, begin, moving };
}
