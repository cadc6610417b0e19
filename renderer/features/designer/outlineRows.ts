import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { Selection } from '../../stores/editorHistory.ts';
import { count } from '../../stores/words.ts';
import { cardName, type Card } from './cardModel.ts';
import { linkId, type LinkFacts } from './linkModel.ts';

/** A line of the outline. `open` is missing where there is nothing below. */
export type OutlineLine =
  | { readonly kind: 'activity'; readonly key: string; readonly level: 1; readonly open: boolean | undefined; readonly card: Card; readonly name: string }
  | { readonly kind: 'link'; readonly level: 2; readonly link: LinkFacts; readonly target: string; readonly name: string }
  | { readonly kind: 'group'; readonly key: string; readonly level: 1; readonly text: string; readonly name: string }
  | { readonly kind: 'note'; readonly key: string; readonly level: 1; readonly text: string; readonly name: string };

/** The lines: activities in running order with their links, then groups, then notes. */
export function outlineRows(runbook: Runbook, cards: readonly Card[], links: readonly LinkFacts[], closed: ReadonlySet<string>): readonly OutlineLine[] {
  const groupOf = new Map(Object.values(runbook.groups).flatMap(({ name, activities }) => activities.map((key) => [key, name] as const)));
  const linksFrom = new Map<string, LinkFacts[]>();
  for (const link of links) linksFrom.set(link.from, [...(linksFrom.get(link.from) ?? []), link]);
  const activities = cards.flatMap((card): OutlineLine[] => {
    const below = linksFrom.get(card.key) ?? [];
    const open = below.length === 0 ? undefined : !closed.has(card.key);
    const group = groupOf.get(card.key);
    const line: OutlineLine = { kind: 'activity', key: card.key, level: 1, open, card, name: group === undefined ? cardName(card) : `${cardName(card)}, in group ${group}` };
    const lines = below.map((link): OutlineLine => ({ kind: 'link', level: 2, link, target: runbook.activities[link.to]?.name ?? link.to, name: link.name }));
    return open === true ? [line, ...lines] : [line];
  });
  const groups = Object.entries(runbook.groups).map(([key, { name, activities: members }]): OutlineLine => ({ kind: 'group', key, level: 1, text: name, name: `Group ${name}, ${count(members.length, 'activity', 'activities')}` }));
  const notes = Object.entries(runbook.notes).map(([key, { text }]): OutlineLine => ({ kind: 'note', key, level: 1, text, name: `Note: ${text}` }));
  return [...activities, ...groups, ...notes];
}

/** Names a line. */
export const rowId = (line: OutlineLine): string => (line.kind === 'link' ? `link ${linkId(line.link)}` : `${line.kind} ${line.key}`);

/** Whether a line is part of what is selected. */
export function rowIsSelected(line: OutlineLine | undefined, { activities, notes, groups, link }: Selection): boolean {
  if (line === undefined) return false;
  if (line.kind === 'link') return link !== undefined && linkId(link) === linkId(line.link);
  return { activity: activities, note: notes, group: groups }[line.kind].includes(line.key);
}

/** The selection of one line. */
export function rowSelection(line: OutlineLine): Partial<Selection> {
  switch (line.kind) {
    case 'activity':
      return { activities: [line.key] };
    case 'link':
      return { link: { from: line.link.from, to: line.link.to } };
    case 'group':
      return { groups: [line.key] };
    case 'note':
      return { notes: [line.key] };
  }
}
