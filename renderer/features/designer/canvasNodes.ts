import { MarkerType, Position, type Edge, type NodeHandle } from '@xyflow/react';
import { cardSize } from '../../../shared/runbook/arrange.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { LinkEnds, Selection } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import type { CardNode } from './ActivityCard.tsx';
import { cardName, type Card } from './cardModel.ts';
import { linkId, type LinkFacts } from './linkModel.ts';

/** A link on the canvas. */
export type LinkEdge = Edge<LinkFacts, 'link'>;

/** Places of activities that are being dragged; they become one edit on release. */
export type Drag = Readonly<Record<string, readonly [number, number]>>;

const middle = cardSize.height / 2;
// Given instead of measured, so that links are drawn at once and the mini map is never empty.
const handles: NodeHandle[] = [
  { id: null, type: 'target', position: Position.Left, x: 0, y: middle - 1, width: 1, height: 2 },
  { id: null, type: 'source', position: Position.Right, x: cardSize.width - 1, y: middle - 1, width: 1, height: 2 },
];

const same = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => Object.keys(a).every((key) => a[key] === b[key]);

/** Makes nodes and links of the canvas and gives back the object of before for those that look the same: they are not drawn again. */
export interface CanvasCache {
  nodes(cards: readonly Card[], layout: Runbook['layout'], selection: Selection, drag: Drag): CardNode[];
  /** `over`: the link into which an activity would be dropped. */
  edges(links: readonly LinkFacts[], selection: Selection, over: LinkEnds | undefined, readOnly: boolean): LinkEdge[];
}

/** A cache for one canvas. */
export function createCanvasCache(): CanvasCache {
  let nodesBefore = new Map<string, CardNode>();
  let edgesBefore = new Map<string, LinkEdge>();
  return {
    nodes(cards, layout, selection, drag) {
      const nodes = cards.map((card, index): CardNode => {
        const [x, y] = drag[card.key] ?? layout[card.key] ?? [40, 40 + index * (cardSize.height + 40)];
        const selected = selection.activities.includes(card.key);
        const before = nodesBefore.get(card.key);
        if (before !== undefined && before.position.x === x && before.position.y === y && before.selected === selected && same(before.data, card)) return before;
        return { id: card.key, type: 'activity', position: { x, y }, data: card, selected, ...cardSize, measured: cardSize, handles, ariaLabel: cardName(card) };
      });
      nodesBefore = new Map(nodes.map((node) => [node.id, node]));
      return nodes;
    },
    edges(links, selection, over, readOnly) {
      const marked = [selection.link, over].flatMap((link) => (link === undefined ? [] : [linkId(link)]));
      const edges = links.map((link): LinkEdge => {
        const id = linkId(link);
        const selected = marked.includes(id);
        const before = edgesBefore.get(id);
        if (before?.data !== undefined && before.selected === selected && before.reconnectable === !readOnly && same(before.data, link)) return before;
        const marker = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: color(selected ? 'accent' : link.followed === '' ? 'controlBorder' : 'success') };
        return { id, type: 'link', source: link.from, target: link.to, data: link, selected, reconnectable: !readOnly, markerEnd: marker, ariaLabel: link.name };
      });
      edgesBefore = new Map(edges.map((edge) => [edge.id, edge]));
      return edges;
    },
  };
}
