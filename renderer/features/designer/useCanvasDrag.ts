import type { NodeChange } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { boxAround, cardBox, cardSize, guidesOf, type Box, type Guide } from '../../../shared/runbook/arrange.ts';
import type { Position } from '../../../shared/runbook/edits.ts';
import { groupBox } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { CanvasNode } from './canvasNodes.ts';
import { subjectOf } from './markModel.ts';

/** Places and sizes of what is being dragged, by node id; they become one edit on release. */
interface Moving {
  readonly places: Readonly<Record<string, Position>>;
  readonly sizes: Readonly<Record<string, readonly [width: number, height: number]>>;
}

/** What is being dragged, and what to do as that changes. */
interface CanvasDrag {
  readonly moving: Moving;
  /** Lines on which what is dragged stands in line with something else. */
  readonly guides: readonly Guide[];
  onChanges(changes: readonly NodeChange<CanvasNode>[]): void;
  /** Ends the drag; all of it is one edit. */
  release(): void;
  /** Shows things elsewhere for a moment, as an animation does. */
  show(places: Moving['places'] | undefined): void;
}

const still: Moving = { places: {}, sizes: {} };
const noGuides: readonly Guide[] = [];

function boxOf(document: Runbook, id: string, place: Position): Box {
  const { kind, key } = subjectOf(id);
  const [width, height] = (kind === 'note' ? document.notes[key]?.size : undefined) ?? [cardSize.width, cardSize.height];
  return { x: place[0], y: place[1], width, height };
}

/** The places that a change of one node leads to: the activities of a group go with its frame. */
function placesOf(document: Runbook, id: string, { x, y }: { readonly x: number; readonly y: number }): readonly (readonly [string, Position])[] {
  const { kind, key } = subjectOf(id);
  const group = kind === 'group' ? document.groups[key] : undefined;
  if (group === undefined) return [[id, [x, y]]];
  const frame = groupBox(document, group);
  return group.activities.map((member) => {
    const box = cardBox(document, member);
    return [member, [box.x + x - (frame?.x ?? x), box.y + y - (frame?.y ?? y)]] as const;
  });
}

/** Keeps the places of what is being dragged until it is released. */
export function useCanvasDrag(document: Runbook, onMove: (positions: Readonly<Record<string, Position>>) => void): CanvasDrag {
  const [moving, setMoving] = useState(still);
  const [dragging, setDragging] = useState(false);
  const last = useRef(still);
  const put = (next: Moving): void => {
    last.current = next;
    setMoving(next);
  };
  const guides = useMemo(() => {
    if (!dragging) return noGuides;
    const { places } = moving;
    const around = boxAround(Object.entries(places).map(([id, place]) => boxOf(document, id, place)));
    const others = Object.keys(document.activities).filter((key) => places[key] === undefined);
    return around === undefined ? noGuides : guidesOf(around, others.map((key) => cardBox(document, key)));
  }, [moving, dragging, document]);
  return {
    moving,
    guides,
    onChanges(changes) {
      // A note that got its size is an edit of its own; nothing of it stays here.
      if (changes.some((change) => change.type === 'dimensions' && change.resizing === false)) return put(still);
      const moved = changes.flatMap((change) => (change.type === 'position' && change.position !== undefined ? placesOf(document, change.id, change.position) : []));
      const sized = changes.flatMap((change) => (change.type === 'dimensions' && change.resizing === true && change.dimensions !== undefined ? [[change.id, [change.dimensions.width, change.dimensions.height]] as const] : []));
      if (moved.length + sized.length === 0) return;
      put({ places: { ...last.current.places, ...Object.fromEntries(moved) }, sizes: { ...last.current.sizes, ...Object.fromEntries(sized) } });
      if (sized.length === 0) setDragging(true);
    },
    release() {
      const { places } = last.current;
      put(still);
      setDragging(false);
      if (Object.keys(places).length > 0) onMove(places);
    },
    show: (places) => put(places === undefined ? still : { places, sizes: {} }),
  };
}
