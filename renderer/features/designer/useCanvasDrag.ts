import type { NodeChange } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { boxAround, cardBox, guidesOf, type Guide } from '../../../shared/runbook/arrange.ts';
import type { Position } from '../../../shared/runbook/edits.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { CardNode } from './ActivityCard.tsx';
import type { Drag } from './canvasNodes.ts';

/** Places of what is being dragged, and what to do as they change. */
export interface CanvasDrag {
  readonly places: Drag;
  /** Lines on which what is dragged stands in line with something else. */
  readonly guides: readonly Guide[];
  onChanges(changes: readonly NodeChange<CardNode>[]): void;
  /** Ends the drag; all of it is one edit. */
  release(): void;
}

const nothing: Drag = {};
const noGuides: readonly Guide[] = [];

/** Keeps the places of what is being dragged until it is released. */
export function useCanvasDrag(document: Runbook, onMove: (positions: Readonly<Record<string, Position>>) => void): CanvasDrag {
  const [places, setPlaces] = useState(nothing);
  const last = useRef(nothing);
  const put = (next: Drag): void => {
    last.current = next;
    setPlaces(next);
  };
  const guides = useMemo(() => {
    if (places === nothing) return noGuides;
    const moving = boxAround(Object.keys(places).map((key) => cardBox({ layout: { ...document.layout, [key]: [...(places[key] ?? [0, 0])] } }, key)));
    const others = Object.keys(document.activities).filter((key) => places[key] === undefined);
    return moving === undefined ? noGuides : guidesOf(moving, others.map((key) => cardBox(document, key)));
  }, [places, document]);
  return {
    places,
    guides,
    onChanges(changes) {
      const moved = changes.flatMap((change) => (change.type === 'position' && change.position !== undefined ? [[change.id, [change.position.x, change.position.y]] as const] : []));
      if (moved.length > 0) put({ ...last.current, ...Object.fromEntries(moved) });
    },
    release() {
      const moved = last.current;
      put(nothing);
      if (moved !== nothing) onMove(moved);
    },
  };
}
