import { uniqueName } from './activityKey.ts';
import { boxAround, cardBox, type Box } from './arrange.ts';
import { gridSize, type Position } from './edits.ts';
import type { Group, Note, Runbook } from './runbook.ts';

/** Size of a new note in pixels, and the least it can have. */
export const noteSize = { width: 208, height: 88 } as const;
export const leastNoteSize = { width: 80, height: 48 } as const;

const onGrid = (pixels: number): number => Math.round(pixels / gridSize) * gridSize + 0;

/** The first of `word-1`, `word-2`, … that is not taken. */
function numbered(word: string, taken: Readonly<Record<string, unknown>>): string {
  let number = 1;
  while (Object.hasOwn(taken, `${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

/** Adds a note at a place. */
export function addNote(runbook: Runbook, [x, y]: Position, text = ''): { readonly runbook: Runbook; readonly key: string } {
  const key = numbered('note', runbook.notes);
  const note: Note = { text, at: [onGrid(x), onGrid(y)], size: [noteSize.width, noteSize.height] };
  return { runbook: { ...runbook, notes: { ...runbook.notes, [key]: note } }, key };
}

/** Changes a note; places and sizes go to the grid, and a color that is undefined is removed. */
export function updateNote(runbook: Runbook, key: string, change: { readonly text?: string; readonly at?: Position; readonly size?: Position; readonly color?: string | undefined }): Runbook {
  const before = runbook.notes[key];
  if (before === undefined) return runbook;
  const { color, ...rest } = { ...before, ...change };
  const [x, y] = rest.at;
  const [width, height] = rest.size;
  const next: Note = {
    text: rest.text,
    at: [onGrid(x), onGrid(y)],
    size: [Math.max(leastNoteSize.width, onGrid(width)), Math.max(leastNoteSize.height, onGrid(height))],
    ...(color === undefined ? {} : { color }),
  };
  return { ...runbook, notes: { ...runbook.notes, [key]: next } };
}

/** Removes notes. */
export function removeNotes(runbook: Runbook, keys: readonly string[]): Runbook {
  return keys.length === 0 ? runbook : { ...runbook, notes: Object.fromEntries(Object.entries(runbook.notes).filter(([key]) => !keys.includes(key))) };
}

/** Puts activities into a group of their own; an activity is in one group at most, and a group that loses all of its activities goes. */
export function addGroup(runbook: Runbook, activities: readonly string[], name = 'Group'): { readonly runbook: Runbook; readonly key: string } {
  const kept = Object.entries(runbook.groups).flatMap(([key, group]): [string, Group][] => {
    const left = group.activities.filter((activity) => !activities.includes(activity));
    return left.length === 0 ? [] : [[key, left.length === group.activities.length ? group : { ...group, activities: left }]];
  });
  const key = numbered('group', runbook.groups);
  const unused = uniqueName(
    name,
    kept.map(([, group]) => group.name),
  );
  return { runbook: { ...runbook, groups: { ...Object.fromEntries(kept), [key]: { name: unused, activities: [...activities] } } }, key };
}

/** Changes the name or color of a group; a color that is undefined is removed. */
export function updateGroup(runbook: Runbook, key: string, change: { readonly name?: string; readonly color?: string | undefined }): Runbook {
  const before = runbook.groups[key];
  if (before === undefined) return runbook;
  const { color, ...rest } = { ...before, ...change };
  return { ...runbook, groups: { ...runbook.groups, [key]: { ...rest, ...(color === undefined ? {} : { color }) } } };
}

/** Removes groups; their activities stay. */
export function removeGroups(runbook: Runbook, keys: readonly string[]): Runbook {
  return keys.length === 0 ? runbook : { ...runbook, groups: Object.fromEntries(Object.entries(runbook.groups).filter(([key]) => !keys.includes(key))) };
}

/** The groups in which an activity of these is. */
export function groupsOf(runbook: Runbook, activities: readonly string[]): readonly string[] {
  return Object.entries(runbook.groups).flatMap(([key, group]) => (group.activities.some((activity) => activities.includes(activity)) ? [key] : []));
}

/** Space between the frame of a group and its activities, and for its name above them, in pixels. */
const groupMargin = 24;
const groupHead = 32;

/** The frame around the activities of a group; undefined while it has none. */
export function groupBox(runbook: Pick<Runbook, 'layout'>, group: Group): Box | undefined {
  const inside = boxAround(group.activities.map((key) => cardBox(runbook, key)));
  if (inside === undefined) return undefined;
  const { x, y, width, height } = inside;
  return { x: x - groupMargin, y: y - groupMargin - groupHead, width: width + 2 * groupMargin, height: height + 2 * groupMargin + groupHead };
}
