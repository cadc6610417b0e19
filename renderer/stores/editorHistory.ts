import type { OpenRunbook } from '../../shared/ipc/contract.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';

/** Source and target of a link: together they name it, because two links never join the same two activities. */
export interface LinkEnds {
  readonly from: string;
  readonly to: string;
}

/** What is selected on a canvas: activities by key, or one link, or nothing. */
export interface Selection {
  readonly activities: readonly string[];
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
  | { readonly kind: 'rename'; readonly activity: string };

/** A part of the runbook, or a size, that the canvas can be asked to show. */
export type CanvasView = 'actualSize' | 'fit' | 'selection' | 'zoomIn' | 'zoomOut';

/** A field that the property panel shows and focuses; `request` grows, so that the same field can be asked for again. */
export interface FieldFocus {
  readonly field: string | undefined;
  readonly request: number;
  /** The field has not got the focus yet. Once it has, a form that is shown again leaves the focus where it is. */
  readonly pending: boolean;
}

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
  readonly breakpoints: readonly string[];
  readonly prompt: EditorPrompt | undefined;
  readonly focus: FieldFocus | undefined;
  /** What the canvas was last asked to show; `request` grows, so that the same can be asked for again. */
  readonly view: { readonly show: CanvasView; readonly request: number } | undefined;
  /** Which part of the canvas was shown last; undefined shows all of it. */
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | undefined;
}

const maximumSteps = 200;
export const nothingSelected: Selection = { activities: [], link: undefined };

/** A runbook just read from its file. */
export function openedEditor({ key, document, revision, readOnly }: OpenRunbook): OpenEditor {
  const fresh = { selection: nothingSelected, undo: [], redo: [], joining: undefined, breakpoints: [], prompt: undefined, focus: undefined, view: undefined, viewport: undefined };
  return { key, document, saved: document, revision, readOnly, ...fresh };
}

/** Whether the runbook holds changes that its file does not. */
export const isDirty = (editor: Pick<OpenEditor, 'document' | 'saved'>): boolean => editor.document !== editor.saved;

/** The part of a selection that still exists in the document. */
function within(selection: Selection, document: Runbook): Selection {
  const { link } = selection;
  const activities = selection.activities.filter((key) => Object.hasOwn(document.activities, key));
  const linkStays = link !== undefined && document.links.some(({ from, to }) => from === link.from && to === link.to);
  return { activities, link: linkStays ? link : undefined };
}

/** The editor after an edit. Edits that name the same `joins` one after the other are one undo step. */
export function edited(editor: OpenEditor, document: Runbook, joins?: string): OpenEditor {
  if (document === editor.document || editor.readOnly) return editor;
  const joined = joins !== undefined && joins === editor.joining;
  const undo = joined ? editor.undo : [...editor.undo, editor.document].slice(-maximumSteps);
  return { ...editor, document, undo, redo: [], joining: joins, selection: within(editor.selection, document) };
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
