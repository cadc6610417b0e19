import { MarkerType, Position, type Edge, type NodeHandle } from '@xyflow/react';
import { cardSize, defaultPlace } from '../../../shared/runbook/arrange.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { LinkEnds, Selection } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import { markTones } from '../../ui/markColor.ts';
import type { CardNode } from './ActivityCard.tsx';
import { groupHandle, type GroupNode } from './GroupFrame.tsx';
import type { NoteNode } from './NoteCard.tsx';
import { placedGroups, placedNotes } from './markModel.ts';
import { cardName, type Card } from './cardModel.ts';
import { linkId, type LinkFacts } from './linkModel.ts';

/** A link on the canvas. */
export type LinkEdge = Edge<LinkFacts, 'link'>;
/** Anything else on it. */
export type CanvasNode = CardNode | NoteNode | GroupNode;

/** Places and sizes of what is being moved, by node id. */
type Moving = Parameters<typeof placedNotes>[1];

/** What nodes are made of. */
interface NodeParts {
  readonly document: Runbook;
  /** In running order: the order of Tab. */
  readonly cards: readonly Card[];
  readonly selection: Selection;
  readonly moving: Moving;
  /** The note whose text is being written. */
  readonly editing: string | undefined;
}

const middle = cardSize.height / 2;
// Given instead of measured, so that links are drawn at once and the mini map is never empty.
const handles: NodeHandle[] = [
  { id: null, type: 'target', position: Position.Left, x: 0, y: middle - 1, width: 1, height: 2 },
  { id: null, type: 'source', position: Position.Right, x: cardSize.width - 1, y: middle - 1, width: 1, height: 2 },
];

const same = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => Object.keys(a).every((key) => a[key] === b[key]);

/** The list of before where it holds the same: React Flow goes through all of another one. */
const sameList = <T>(before: T[], now: T[]): T[] => (before.length === now.length && before.every((one, index) => one === now[index]) ? before : now);

/** Makes nodes and links of the canvas and gives back the object of before for those that look the same: they are not drawn again. */
export interface CanvasCache {
  /**
   * Nodes that are gone are given hidden until they were drawn so (`release`): React Flow asks for each node that it still draws, and one that is not
   * there is an exception, two milliseconds of it for a node.
   */
  nodes(parts: NodeParts): CanvasNode[];
  /** Whether the nodes that were given last hold such as are gone, or are the first without them. */
  leaves(): boolean;
  /** What was given was drawn: what is gone is not given again. */
  release(): void;
  /** `over`: the link into which an activity would be dropped. */
  edges(links: readonly LinkFacts[], selection: Selection, over: LinkEnds | undefined, readOnly: boolean): LinkEdge[];
}

function cardNodes({ cards, document, selection, moving }: NodeParts): CanvasNode[] {
  const selected = new Set(selection.activities);
  return cards.map((card, index) => {
    const [x, y] = moving.places[card.key] ?? document.layout[card.key] ?? [defaultPlace[0], defaultPlace[1] + index * (cardSize.height + 40)];
    return { id: card.key, type: 'activity', position: { x, y }, data: card, selected: selected.has(card.key), ...cardSize, measured: cardSize, handles, ariaLabel: cardName(card) };
  });
}

function noteNodes({ document, selection, moving, editing }: NodeParts): CanvasNode[] {
  return placedNotes(document, moving, editing).map(({ id, data, x, y, width, height, name }) => {
    const size = { width, height };
    return { id, type: 'note', position: { x, y }, data, selected: selection.notes.includes(data.key), ...size, measured: size, connectable: false, ariaLabel: name };
  });
}

function groupNodes({ document, selection, moving }: NodeParts): CanvasNode[] {
  return placedGroups(document, moving).map(({ id, data, x, y, width, height, name }) => {
    const size = { width, height };
    // Below the links, and out of a selection frame's reach: a group is selected by its name.
    const below = { zIndex: -1, selectable: false, connectable: false, dragHandle: `.${groupHandle}`, style: { pointerEvents: 'none' } } as const;
    return { id, type: 'frame', position: { x, y }, data, selected: selection.groups.includes(data.key), ...size, measured: size, ...below, ariaLabel: name };
  });
}

const unchanged = (before: CanvasNode | undefined, after: CanvasNode): before is CanvasNode =>
  before !== undefined &&
  before.position.x === after.position.x &&
  before.position.y === after.position.y &&
  before.width === after.width &&
  before.height === after.height &&
  before.selected === after.selected &&
  same(before.data, after.data);

/** A cache for one canvas. */
export function createCanvasCache(): CanvasCache {
  let nodesBefore = new Map<string, CanvasNode>();
  let left: CanvasNode[] = [];
  let forgets = false;
  let edgesBefore = new Map<string, LinkEdge>();
  let nodeList: CanvasNode[] = [];
  let edgeList: LinkEdge[] = [];
  return {
    leaves: () => left.length > 0 || forgets,
    release() {
      forgets = left.length > 0;
      left = [];
    },
    nodes(parts) {
      const nodes = [...groupNodes(parts), ...cardNodes(parts), ...noteNodes(parts)].map((node) => {
        const before = nodesBefore.get(node.id);
        return unchanged(before, node) ? before : node;
      });
      const now = new Map(nodes.map((node) => [node.id, node]));
      left = [...left, ...nodesBefore.values()].filter(({ id }) => !now.has(id)).map((node) => (node.hidden === true ? node : { ...node, hidden: true }));
      nodesBefore = now;
      nodeList = sameList(nodeList, [...nodes, ...left]);
      return nodeList;
    },
    edges(links, selection, over, readOnly) {
      const marked = [selection.link, over].flatMap((link) => (link === undefined ? [] : [linkId(link)]));
      const edges = links.map((link): LinkEdge => {
        const id = linkId(link);
        const selected = marked.includes(id);
        const before = edgesBefore.get(id);
        if (before?.data !== undefined && before.selected === selected && before.reconnectable === !readOnly && same(before.data, link)) return before;
        const marker = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: color(selected ? 'accent' : link.color !== undefined ? markTones[link.color].line : link.followed === '' ? 'controlBorder' : 'success') };
        return { id, type: 'link', source: link.from, target: link.to, data: link, selected, reconnectable: !readOnly, markerEnd: marker, ariaLabel: link.name };
      });
      edgesBefore = new Map(edges.map((edge) => [edge.id, edge]));
      edgeList = sameList(edgeList, edges);
      return edgeList;
    },
  };
}
