import type { Registry } from '../../../shared/activities/registry.ts';
import { connectionFits } from '../../../shared/activities/connectionNeed.ts';
import type { AnyActivity } from '../../../shared/activities/defineActivity.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import { defaultPlace } from '../../../shared/runbook/arrange.ts';
import { addActivity, connect, disconnect, moveActivities, reattach, renameActivity, updateLink, type Position } from '../../../shared/runbook/edits.ts';
import { wouldCycle } from '../../../shared/runbook/graph.ts';
import type { MarkColor } from '../../../shared/runbook/colors.ts';
import { removeNotes, updateGroup, updateNote } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { noteStep } from '../../commands/markCommands.ts';
import type { EditorStore } from '../../stores/editor.ts';
import { nothingSelected, type LinkEnds } from '../../stores/editorHistory.ts';
import { noteId, subjectOf, type NodeSubject } from './markModel.ts';
import { freePlace, placeAfter, placeBetween } from './placement.ts';

/** The connection a new activity starts with: the one that the runbook uses already, or the only one that fits. */
export function likelyConnection(document: Runbook, definition: AnyActivity, entries: readonly ConnectionEntry[]): string | undefined {
  const fitting = entries.filter(({ connection }) => connectionFits(definition.connection, connection));
  const used = Object.values(document.activities).flatMap(({ connection }) => connection ?? []);
  return fitting.findLast(({ key }) => used.includes(key))?.key ?? (fitting.length === 1 ? fitting[0]?.key : undefined);
}

/** Whether a new link makes sense: two activities, not linked yet, no circle, not into a monitor. */
export function canConnect(document: Runbook, registry: Registry, from: string, to: string): boolean {
  const linked = document.links.some((link) => link.from === from && link.to === to);
  return !linked && !wouldCycle(document, from, to) && registry.get(document.activities[to]?.type ?? '')?.starts !== true;
}

/** Whether an end of a link can be put on another activity. */
export function canReattach(document: Runbook, registry: Registry, link: LinkEnds, ends: LinkEnds): boolean {
  return canConnect(disconnect(document, link.from, link.to), registry, ends.from, ends.to);
}

/** Where a new activity goes: after another one and linked to it, into a link, or to a place. */
interface Where {
  readonly after?: string | undefined;
  readonly into?: LinkEnds | undefined;
  readonly at?: Position | undefined;
}

/** The edits that the canvas of one runbook makes. */
export interface CanvasEdits {
  /** Adds an activity and selects it. */
  add(type: string, where: Where): void;
  connect(from: string, to: string): void;
  canConnect(from: string, to: string): boolean;
  reattach(link: LinkEnds, ends: LinkEnds): void;
  canReattach(link: LinkEnds, ends: LinkEnds): boolean;
  rename(activity: string, name: string): void;
  /** Puts things of the canvas at places, by node id; nothing happens where they are there already. */
  place(positions: Readonly<Record<string, Position>>): void;
  /** Moves the selection by some pixels; presses of a key that follow one another are one step. */
  nudge(by: Position): void;
  /** Makes the selected notes larger by some pixels. */
  grow(by: Position): void;
  /** Gives a note its text, or a place and size; one that never got a text goes. */
  write(note: string, text: string): void;
  size(note: string, at: Position, size: Position): void;
  renameGroup(group: string, name: string): void;
  /** Gives what is selected a color: the link, notes or groups. */
  paint(color: MarkColor): void;
}

function placed(document: Runbook, definition: AnyActivity, { after, into, at }: Where, connection: string | undefined): ReturnType<typeof addActivity> {
  const chosen = connection === undefined ? {} : { connection };
  // A monitor starts a runbook: nothing leads to it.
  if (into !== undefined && definition.starts !== true) {
    const room = placeBetween(document, into);
    return addActivity(moveActivities(document, room.moved), definition, { at: room.at, into, ...chosen });
  }
  const place = at !== undefined ? freePlace(document, at) : after !== undefined ? placeAfter(document, after) : freePlace(document, defaultPlace);
  return addActivity(document, definition, { at: place, ...(after === undefined || definition.starts === true ? {} : { after }), ...chosen });
}

/** Makes the edits of a canvas. */
export function canvasEdits(editor: EditorStore, key: string, registry: Registry, entries: readonly ConnectionEntry[]): CanvasEdits {
  const open = (): Runbook | undefined => editor.getState().open[key]?.document;
  return {
    add(type, where) {
      const definition = registry.get(type);
      const document = open();
      if (definition === undefined || document === undefined) return;
      const added = placed(document, definition, where, likelyConnection(document, definition, entries));
      editor.getState().edit(key, () => added.runbook);
      editor.getState().select(key, { activities: [added.key] });
      editor.getState().show(key, 'selected');
    },
    connect(from, to) {
      const document = open();
      if (document === undefined || !canConnect(document, registry, from, to)) return;
      editor.getState().edit(key, (before) => connect(before, from, to));
      editor.getState().select(key, { link: { from, to } });
    },
    canConnect(from, to) {
      const document = open();
      return document !== undefined && canConnect(document, registry, from, to);
    },
    reattach(link, ends) {
      const document = open();
      if (document === undefined || !canReattach(document, registry, link, ends)) return;
      editor.getState().edit(key, (before) => reattach(before, link, ends));
      editor.getState().select(key, { link: ends });
    },
    canReattach(link, ends) {
      const document = open();
      return document !== undefined && canReattach(document, registry, link, ends);
    },
    rename: (activity, name) => editor.getState().edit(key, (document) => renameActivity(document, activity, name)),
    place: (positions) => editor.getState().edit(key, (document) => moved(document, positions)),
    nudge([byX, byY]) {
      const { selection, document } = editor.getState().open[key] ?? {};
      if (selection === undefined || document === undefined) return;
      const members = selection.groups.flatMap((group) => document.groups[group]?.activities ?? []);
      const shift = ([x, y]: Position): Position => [x + byX, y + byY];
      const positions = Object.fromEntries([
        ...[...new Set([...selection.activities, ...members])].map((activity) => [activity, shift(document.layout[activity] ?? defaultPlace)] as const),
        ...selection.notes.flatMap((note) => (document.notes[note] === undefined ? [] : [[noteId(note), shift(document.notes[note].at)] as const])),
      ]);
      editor.getState().edit(key, (before) => moved(before, positions), 'move');
    },
    grow([byX, byY]) {
      const notes = editor.getState().open[key]?.selection.notes ?? [];
      const larger = (document: Runbook, note: string): Runbook => {
        const [width, height] = document.notes[note]?.size ?? [0, 0];
        return updateNote(document, note, { size: [width + byX, height + byY] });
      };
      editor.getState().edit(key, (document) => notes.reduce(larger, document), 'grow');
    },
    write(note, text) {
      const written = (document: Runbook): Runbook => {
        if (text.trim() === '') return removeNotes(document, [note]);
        return document.notes[note]?.text === text ? document : updateNote(document, note, { text });
      };
      editor.getState().edit(key, written, noteStep(note));
      editor.getState().endStep(key);
    },
    size: (note, at, size) => editor.getState().edit(key, (document) => updateNote(document, note, { at, size })),
    renameGroup: (group, name) => editor.getState().edit(key, (document) => updateGroup(document, group, { name })),
    paint(color) {
      const { link, notes, groups } = editor.getState().open[key]?.selection ?? nothingSelected;
      editor.getState().edit(key, (document) => {
        const painted = link === undefined ? document : updateLink(document, link.from, link.to, { color });
        const withNotes = notes.reduce((next, note) => updateNote(next, note, { color }), painted);
        return groups.reduce((next, group) => updateGroup(next, group, { color }), withNotes);
      });
    },
  };
}

/** A runbook with activities and notes at other places, by node id; itself where all are there already. */
function moved(document: Runbook, positions: Readonly<Record<string, Position>>): Runbook {
  const subjects = Object.entries(positions).map(([id, at]) => ({ ...subjectOf(id), at }));
  const placeOf = ({ kind, key: name }: NodeSubject): Position | undefined => (kind === 'note' ? document.notes[name]?.at : document.layout[name]);
  const away = subjects.filter(({ at, ...subject }) => placeOf(subject)?.[0] !== at[0] || placeOf(subject)?.[1] !== at[1]);
  if (away.length === 0) return document;
  const withNotes = away.reduce((next, { kind, key: note, at }) => (kind === 'note' ? updateNote(next, note, { at }) : next), document);
  const activities = away.flatMap(({ kind, key: activity, at }) => (kind === 'activity' ? [[activity, at] as const] : []));
  return activities.length === 0 ? withNotes : moveActivities(withNotes, Object.fromEntries(activities));
}
