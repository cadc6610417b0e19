import { markColorOf, type MarkColor } from '../../../shared/runbook/colors.ts';
import { groupBox } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { count } from '../../stores/words.ts';

/** What a node of the canvas stands for. */
export interface NodeSubject {
  readonly kind: 'activity' | 'note' | 'group';
  readonly key: string;
}

/** The id of a node. Activities have their key, which holds no colon. */
export const noteId = (key: string): string => `note:${key}`;
export const groupId = (key: string): string => `group:${key}`;

/** What the node with an id stands for. */
export function subjectOf(id: string): NodeSubject {
  if (id.startsWith('note:')) return { kind: 'note', key: id.slice('note:'.length) };
  return id.startsWith('group:') ? { kind: 'group', key: id.slice('group:'.length) } : { kind: 'activity', key: id };
}

/** What a note shows. */
export type NoteFacts = { readonly key: string; readonly text: string; readonly color: MarkColor; readonly editing: boolean };
/** What the frame of a group shows. */
export type GroupFacts = { readonly key: string; readonly name: string; readonly color: MarkColor; readonly members: number };

/** Something on the canvas beside activities and links, with its place and size. */
interface Placed<T> {
  readonly id: string;
  readonly data: T;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

/** Places and sizes of what is being moved, by node id. */
interface Moving {
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly sizes: Readonly<Record<string, readonly [number, number]>>;
}

/** The notes of a runbook; `editing` is the one whose text is being written. */
export function placedNotes({ notes }: Runbook, { places, sizes }: Moving, editing: string | undefined): Placed<NoteFacts>[] {
  return Object.entries(notes).map(([key, note]) => {
    const id = noteId(key);
    const [x, y] = places[id] ?? note.at;
    const [width, height] = sizes[id] ?? note.size;
    return { id, x, y, width, height, name: `Note: ${note.text === '' ? 'empty' : note.text}`, data: { key, text: note.text, color: markColorOf(note.color) ?? 'yellow', editing: editing === key } };
  });
}

/** The frames of the groups of a runbook, which go with their activities. */
export function placedGroups(runbook: Runbook, { places }: Moving): Placed<GroupFacts>[] {
  return Object.entries(runbook.groups).flatMap(([key, group]) => {
    const moved = group.activities.flatMap((activity) => (places[activity] === undefined ? [] : [[activity, places[activity]] as const]));
    const layout = moved.length === 0 ? runbook.layout : { ...runbook.layout, ...Object.fromEntries(moved.map(([activity, [x, y]]) => [activity, [x, y] as [number, number]])) };
    const box = groupBox({ layout }, group);
    if (box === undefined) return [];
    const members = group.activities.length;
    return [{ id: groupId(key), ...box, name: `Group ${group.name}, ${count(members, 'activity', 'activities')}`, data: { key, name: group.name, color: markColorOf(group.color) ?? 'gray', members } }];
  });
}
