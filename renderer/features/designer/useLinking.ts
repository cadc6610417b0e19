import { useReactFlow, type Connection, type OnConnectEnd } from '@xyflow/react';
import { useRef, useState, type DragEvent } from 'react';
import { cardSize } from '../../../shared/runbook/arrange.ts';
import type { Position } from '../../../shared/runbook/edits.ts';
import type { LinkEnds } from '../../stores/editorHistory.ts';
import type { LinkEdge } from './canvasNodes.ts';
import { linkId } from './linkModel.ts';
import { activityDragType } from './paletteDrag.ts';

/** What the pointer can do with links, and with activities from the palette. */
export interface LinkingActions {
  onConnect(from: string, to: string): void;
  canConnect(from: string, to: string): boolean;
  /** An end of a link was put on another activity. */
  onReattach(link: LinkEnds, ends: LinkEnds): void;
  canReattach(link: LinkEnds, ends: LinkEnds): boolean;
  /** A link was pulled from an activity to an empty place. */
  onConnectToNothing(from: string, at: Position): void;
  /** An activity from the palette was dropped, on a link or beside one. */
  onDropActivity(type: string, at: Position, into: LinkEnds | undefined): void;
}

type Linking = {
  /** The link above which an activity of the palette hangs. */
  readonly over: LinkEnds | undefined;
  readonly drop: { onDrop(event: DragEvent): void; onDragOver(event: DragEvent): void; onDragLeave(event: DragEvent): void };
  readonly connect: {
    onConnect(connection: Connection): void;
    isValidConnection(connection: Connection | LinkEdge): boolean;
    onConnectEnd: OnConnectEnd;
    onReconnectStart(event: unknown, edge: LinkEdge): void;
    onReconnect(edge: LinkEdge, connection: Connection): void;
    onReconnectEnd(): void;
  };
};

const pointOf = (event: MouseEvent | TouchEvent): { readonly clientX: number; readonly clientY: number } | undefined => ('changedTouches' in event ? event.changedTouches[0] : event);

/** The link at a place of the screen: its line, or the label on it. */
function linkAt(target: EventTarget): LinkEnds | undefined {
  const id = target instanceof Element ? (target.closest<HTMLElement>('.react-flow__edge')?.dataset.id ?? target.closest<HTMLElement>('[data-link-label]')?.dataset.linkLabel) : undefined;
  const [from, to] = id?.split('>') ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Making links and dropping activities with the pointer. */
export function useLinking(on: LinkingActions): Linking {
  const flow = useReactFlow();
  const [over, setOver] = useState<LinkEnds | undefined>(undefined);
  // Kept beside the state: the library holds on to the functions of the moment in which a drag begins.
  const moving = useRef<LinkEnds | undefined>(undefined);
  return {
    over,
    drop: {
      onDrop(event) {
        const type = event.dataTransfer.getData(activityDragType);
        setOver(undefined);
        if (type === '') return;
        event.preventDefault();
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        // The canvas may have moved below a pointer that lies still: what was lit up is what is meant.
        on.onDropActivity(type, [x - cardSize.width / 2, y - cardSize.height / 2], linkAt(event.target) ?? over);
      },
      onDragOver(event) {
        event.preventDefault();
        const link = linkAt(event.target);
        if ((link && linkId(link)) !== (over && linkId(over))) setOver(link);
      },
      onDragLeave({ currentTarget, relatedTarget }) {
        // Going from one part of the canvas to another leaves nothing.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(undefined);
      },
    },
    connect: {
      onConnect: ({ source, target }) => on.onConnect(source, target),
      isValidConnection: ({ source, target }) => (moving.current === undefined ? on.canConnect(source, target) : on.canReattach(moving.current, { from: source, to: target })),
      onConnectEnd(event, { fromNode, toNode, fromHandle }) {
        if (fromNode === null || toNode !== null || fromHandle?.type !== 'source' || moving.current !== undefined) return;
        const point = pointOf(event);
        if (point === undefined) return;
        // A whole card is the target, not only its small handle.
        const below = document.elementFromPoint(point.clientX, point.clientY)?.closest<HTMLElement>('.react-flow__node-activity')?.dataset.id;
        if (below !== undefined) return on.onConnect(fromNode.id, below);
        const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
        on.onConnectToNothing(fromNode.id, [x, y - cardSize.height / 2]);
      },
      onReconnectStart: (_event, { source, target }) => {
        moving.current = { from: source, to: target };
      },
      onReconnect: (edge, { source, target }) => on.onReattach({ from: edge.source, to: edge.target }, { from: source, to: target }),
      onReconnectEnd: () => {
        moving.current = undefined;
      },
    },
  };
}
