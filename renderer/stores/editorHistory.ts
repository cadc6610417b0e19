import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { OpenRunbook } from '../../shared/ipc/contract.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';

/** Source and target of a link: together they name it, because two links never join the same two activities. */
export interface LinkEnds {
  readonly from: string;
  readonly to: string;
}

/** What is selected on a canvas: activities, notes and groups by key, or one link, or nothing. */
export interface Selection {
  readonly activities: readonly string[];
  readonly notes: readonly string[];
  readonly groups: readonly string[];
  readonly link: LinkEnds | undefined;
}

/** What the person is being asked on the canvas. */
export type EditorPrompt =
  | { readonly kind: 'quickAdd'; readonly after?: string | undefined; readonly into?: LinkEnds | undefined; readonly at?: readonly [number, number] | undefined }
  | { readonly kind: 'linkTo'; readonly from: string }
  /** Which activity an end of a link goes to. */
  | { readonly kind: 'reattach'; readonly link: LinkEnds; readonly end: 'from' | 'to' }
  /** Which of several links to follow. */
  | { readonly kind: 'follow'; readonly activity: string; readonly forward: boolean }
  | { readonly kind: 'rename'; readonly activity: string }
  /** The runbook is being laid out anew; asking for nothing gives that up. */
  | { readonly kind: 'tidyUp' }
  | { readonly kind: 'renameGroup'; readonly group: string }
  /** The text of a note is being written, on the note itself. */
  | { readonly kind: 'editNote'; readonly note: string };

/** A part of the runbook, or a size, that the canvas can be asked to show; `selected` and `whole` keep the size where it serves. */
export type CanvasView = 'actualSize' | 'fit' | 'selection' | 'zoomIn' | 'zoomOut' | 'selected' | 'whole';

/** A field that the property panel shows and focuses; `request` grows, so that the same field can be asked for again. */
export interface FieldFocus {
  readonly field: string | undefined;
  readonly request: number;
  /** The field has not got the focus yet. Once it has, a form that is shown again leaves the focus where it is. */
  readonly pending: boolean;
}

/** What another program did to the file of a runbook with unsaved changes; the person decides which version stays. */
export type OutsideChange =
  | { readonly kind: 'changed'; readonly theirs: OpenRunbook }
  | { readonly kind: 'removed' }
  /** The file cannot be read any more; the error says why. */
  | { readonly kind: 'unreadable'; readonly error: AppErrorData };

/** A runbook that is open: the document, what it was before, and what belongs to this window only. */
export interface OpenEditor {
  readonly key: string;
  readonly document: Runbook;
  /** The document as its file holds it; the runbook is unsaved while this is another object. */
  readonly saved: Runbook;
  readonly revision: string;
  readonly readOnly: boolean;
  readonly selection: Selection;
  readonly undo: readonly Runbook[];
  readonly redo: readonly Runbook[];
  /** Edits with this word join the last undo step. */
  readonly joining: string | undefined;
  readonly prompt: EditorPrompt | undefined;
  readonly focus: FieldFocus | undefined;
  /** What the canvas was last asked to show; `request` grows, so that the same can be asked for again. */
  readonly view: { readonly show: CanvasView; readonly request: number } | undefined;
  /** What is looked for in the runbook, and whether its field is shown; `request` grows when the field is asked for. */
  readonly find: { readonly query: string; readonly open: boolean; readonly request: number } | undefined;
  /** The outline is shown in place of the canvas. */
  readonly outline: boolean;
  /** Where the person pointed last; what is pasted or added goes there. */
  readonly place: readonly [number, number] | undefined;
  readonly outside: OutsideChange | undefined;
  /** Which part of the canvas was shown last; undefined shows all of it. */
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | undefined;
}

/** What is remembered of a canvas and shown nowhere: where it was moved to, and where the person pointed. */
const unshown: ReadonlySet<string> = new Set<keyof OpenEditor>(['viewport', 'place']);

/** Whether two states of an editor look the same. Whether a part of the canvas was chosen counts, which one does not. */
export function looksSame(a: OpenEditor, b: OpenEditor): boolean {
  const [one, other] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (a.viewport === undefined) === (b.viewport === undefined) && one.every(([name, value]) => unshown.has(name) || other.get(name) === value);
}

const maximumSteps = 200;
export const nothingSelected: Selection = { activities: [], notes: [], groups: [], link: undefined };

/** A runbook just read from its file. */
export function openedEditor({ key, document, revision, readOnly }: OpenRunbook): OpenEditor {
  const fresh = { selection: nothingSelected, undo: [], redo: [], joining: undefined, prompt: undefined, focus: undefined, outside: undefined, view: undefined, find: undefined, outline: false, place: undefined, viewport: undefined };
  return { key, document, saved: document, revision, readOnly, ...fresh };
}

/** Whether the runbook holds changes that its file does not. */
export const isDirty = (editor: Pick<OpenEditor, 'document' | 'saved'>): boolean => editor.document !== editor.saved;

/** The part of a selection that still exists in the document. */
function within(selection: Selection, document: Runbook): Selection {
  const { link } = selection;
  const activities = selection.activities.filter((key) => Object.hasOwn(document.activities, key));
  const linkStays = link !== undefined && document.links.some(({ from, to }) => from === link.from && to === link.to);
  const notes = selection.notes.filter((key) => Object.hasOwn(document.notes, key));
  const groups = selection.groups.filter((key) => Object.hasOwn(document.groups, key));
  return { activities, notes, groups, link: linkStays ? link : undefined };
}

/** The editor after an edit. Edits that name the same `joins` one after the other are one undo step. */
export function edited(editor: OpenEditor, document: Runbook, joins?: string, selection: Selection = editor.selection): OpenEditor {
  if (document === editor.document || editor.readOnly) return editor;
  const joined = joins !== undefined && joins === editor.joining;
  const undo = joined ? editor.undo : [...editor.undo, editor.document].slice(-maximumSteps);
  return { ...editor, document, undo, redo: [], joining: joins, selection: within(selection, document) };
}

/** The editor with the version of its file; what was in it before is one undo step away. */
export function withFileVersion(editor: OpenEditor, { document, revision, readOnly }: OpenRunbook): OpenEditor {
  const undo = [...editor.undo, editor.document].slice(-maximumSteps);
  return { ...editor, document, saved: document, revision, readOnly, undo, redo: [], joining: undefined, outside: undefined, selection: within(editor.selection, document) };
}

/** The editor one step back; itself where there is none. */
export function undone(editor: OpenEditor): OpenEditor {
  const document = editor.undo.at(-1);
  if (document === undefined) return editor;
  const redo = [...editor.redo, editor.document];
  return { ...editor, document, undo: editor.undo.slice(0, -1), redo, joining: undefined, selection: within(editor.selection, document) };
}

/** The editor one step forward again; itself where there is none. */
export function redone(editor: OpenEditor): OpenEditor {
  const document = editor.redo.at(-1);
  if (document === undefined) return editor;
  const undo = [...editor.undo, editor.document];
  return { ...editor, document, undo, redo: editor.redo.slice(0, -1), joining: undefined, selection: within(editor.selection, document) };
}

/** The editor with another selection; the next edit starts a new undo step. */
export const selecting = (editor: OpenEditor, selection: Selection): OpenEditor => ({ ...editor, selection: within(selection, editor.document), joining: undefined });
