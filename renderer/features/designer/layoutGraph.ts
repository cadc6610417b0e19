import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { boxAround, cardBox, cardSize, type Box } from '../../../shared/runbook/arrange.ts';
import { gridSize, type Position } from '../../../shared/runbook/edits.ts';
import { groupBox } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { groupId, noteId } from './markModel.ts';

/** Space between activities; a group does not take it over from the whole. */
const spacing = {
  'elk.spacing.nodeNode': '48',
  'elk.spacing.edgeLabel': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
};
/** From left to right, in the order in which the runbook says it, with room for what links say. */
const options = {
  ...spacing,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.spacing.componentComponent': '72',
};
/** Room in a group for its frame and its name. */
const groupOptions = { ...spacing, 'elk.padding': '[top=56,left=24,bottom=24,right=24]' };

/** Width of the words on a link, in pixels; longer ones are cut off. */
const labelWidth = (words: string): number => Math.min(150, 16 + words.length * 7);

/** A runbook as the graph that is laid out. `labels` are the words on its links, by `from>to`. */
export function layoutGraph(document: Runbook, labels: Readonly<Record<string, string>>): ElkNode {
  const nodeOf = (key: string): ElkNode => ({ id: key, ...cardSize });
  const groups = Object.entries(document.groups).map(([key, { activities }]) => ({ key, members: activities.filter((member) => Object.hasOwn(document.activities, member)) }));
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const frames = groups.flatMap(({ key, members }): ElkNode[] => (members.length === 0 ? [] : [{ id: groupId(key), layoutOptions: groupOptions, children: members.map(nodeOf) }]));
  const known = (key: string): boolean => Object.hasOwn(document.activities, key);
  const edges = document.links.filter(({ from, to }) => known(from) && known(to)).map(({ from, to }): ElkExtendedEdge => {
    const id = `${from}>${to}`;
    const words = labels[id] ?? '';
    return { id, sources: [from], targets: [to], ...(words === '' ? {} : { labels: [{ id: `${id} label`, text: words, width: labelWidth(words), height: 20 }] }) };
  });
  const alone = Object.keys(document.activities).filter((key) => !grouped.has(key)).map(nodeOf);
  return { id: 'runbook', layoutOptions: options, children: [...alone, ...frames], edges };
}

function placesIn(node: ElkNode, [left, top]: Position): (readonly [string, Position])[] {
  return (node.children ?? []).flatMap((child) => {
    const at: Position = [left + (child.x ?? 0), top + (child.y ?? 0)];
    return child.children === undefined ? [[child.id, at] as const] : placesIn(child, at);
  });
}

/** Notes farther from a card than this stay where they are, in pixels. */
const near = 160;

/** Whether two boxes touch, with a little space between them. */
const touch = (one: Box, other: Box): boolean => one.x < other.x + other.width + gridSize && other.x < one.x + one.width + gridSize && one.y < other.y + other.height + gridSize && other.y < one.y + one.height + gridSize;

/** Where notes go: each along with the activity it stands at, and down from there until it covers none. */
function noteMoves(document: Runbook, places: Readonly<Record<string, Position>>): (readonly [string, Position])[] {
  return Object.entries(document.notes).flatMap(([key, { at: [x, y], size: [width, height] }]) => {
    const distances = Object.keys(places).map((activity) => {
      const card = cardBox(document, activity);
      const across = Math.max(card.x - x - width, x - card.x - card.width, 0);
      const down = Math.max(card.y - y - height, y - card.y - card.height, 0);
      return { card, to: places[activity], distance: Math.hypot(across, down) };
    });
    const closest = distances.toSorted((one, other) => one.distance - other.distance)[0];
    if (closest?.to === undefined || closest.distance > near) return [];
    const cards = Object.values(places).map(([left, top]): Box => ({ x: left, y: top, ...cardSize }));
    const note = { x: x + closest.to[0] - closest.card.x, y: y + closest.to[1] - closest.card.y, width, height };
    while (cards.some((card) => touch(card, note))) note.y += gridSize;
    return [[noteId(key), [note.x, note.y]] as const];
  });
}

/** Where things go after the graph was laid out, by node id. The upper left corner of the whole stays. */
export function placesAfter(document: Runbook, graph: ElkNode): Readonly<Record<string, Position>> {
  const boxes = [...Object.keys(document.activities).map((key) => cardBox(document, key)), ...Object.values(document.groups).flatMap((group) => groupBox(document, group) ?? [])];
  const before = boxAround(boxes);
  const found = placesIn(graph, [0, 0]);
  const after = Object.fromEntries(found);
  const frames = Object.values(document.groups).flatMap((group) => groupBox({ layout: Object.fromEntries(found.map(([key, [x, y]]) => [key, [x, y]])) }, group) ?? []);
  const around = boxAround([...found.map(([, [x, y]]) => ({ x, y, ...cardSize })), ...frames]);
  if (before === undefined || around === undefined) return {};
  const places = Object.fromEntries(Object.entries(after).map(([key, [x, y]]) => [key, [x + before.x - around.x, y + before.y - around.y] as const]));
  return { ...places, ...Object.fromEntries(noteMoves(document, places)) };
}
