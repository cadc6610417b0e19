import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { samePlain } from '../../shared/workspace/files/plain.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { edited, isDirty, nothingSelected, openedEditor, redone, selecting, undone, withFileVersion, type CanvasView, type EditorPrompt, type OpenEditor, type Selection } from './editorHistory.ts';

/** The runbooks that are open for editing, by key. */
export interface EditorState {
  readonly open: Readonly<Record<string, OpenEditor>>;
  /** Why a runbook could not be read, or its last save failed, by key. */
  readonly errors: Readonly<Record<string, AppErrorData>>;
  /** Reads a runbook, unless it is open already. */
  load(key: string): Promise<void>;
  /** Looks at the file again: takes over what another program changed where nothing is unsaved, and says so where something is. */
  compareWithFile(key: string): Promise<void>;
  /** Takes the file's version; undo brings back what was unsaved. */
  loadTheirs(key: string): Promise<void>;
  /** Opens a runbook with the unsaved changes of an earlier session, made on this revision of its file. */
  restore(draft: Draft): Promise<void>;
  /** Forgets what is unsaved. */
  discard(keys: readonly string[]): void;
  /** Writes a runbook; `overwrite` also over a file that changed meanwhile. Answers whether it is saved now. */
  save(key: string, overwrite?: boolean): Promise<boolean>;
  close(key: string): void;
  /** Closes everything: another workspace is open. */
  closeAll(): void;
  dismissError(key: string): void;
  /** Changes the document, and what is selected where that is given. Edits that name the same `joins` one after the other are one undo step. */
  edit(key: string, change: (document: Runbook) => Runbook, joins?: string, selection?: Partial<Selection>): void;
  /** The next edit starts a new undo step; called when a field is left. */
  endStep(key: string): void;
  undo(key: string): void;
  redo(key: string): void;
  select(key: string, selection: Partial<Selection>): void;
  ask(key: string, prompt: EditorPrompt | undefined): void;
  /** Selects an activity (or link) and has its property panel focus a field. */
  reveal(key: string, selection: Partial<Selection>, field: string | undefined): void;
  /** The field that was asked for has the focus. */
  focused(key: string): void;
  /** Asks the canvas to show a part of the runbook, or to change its size. */
  show(key: string, view: CanvasView): void;
  /** Looks for a text, and shows or hides its field. */
  find(key: string, find: { readonly query: string; readonly open: boolean }): void;
  /** Shows the outline in place of the canvas, or the canvas again. */
  showOutline(key: string, shown: boolean): void;
  /** Remembers where the person points, for what is added next. */
  pointAt(key: string, place: OpenEditor['place']): void;
  rememberViewport(key: string, viewport: OpenEditor['viewport']): void;
}

export type EditorStore = StoreApi<EditorState>;

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** The store of open runbooks; it reads and writes them through the client. */
export function createEditorStore(api: Pick<AppApi, 'runbooks'>): EditorStore {
  const reading = new Map<string, Promise<void>>();
  /** Saves that are under way: until one ends, the file may have its version or the one before. */
  const saving = new Map<string, Promise<unknown>>();
  // A runbook that is opened again shows what it showed when it was closed.
  const viewports = new Map<string, OpenEditor['viewport']>();
  return createStore<EditorState>()((set, get) => {
    const change = (key: string, next: (editor: OpenEditor) => OpenEditor): void =>
      set((state) => {
        const editor = state.open[key];
        if (editor === undefined) return state;
        const changed = next(editor);
        return changed === editor ? state : { open: { ...state.open, [key]: changed } };
      });
    const fail = (key: string, error: AppErrorData): void => set((state) => ({ errors: { ...state.errors, [key]: error } }));
    const read = async (key: string): Promise<void> => {
      const result = await api.runbooks.read({ key });
      if (!result.ok) return fail(key, result.error);
      set((state) => ({ open: { ...state.open, [key]: { ...openedEditor(result.value), viewport: viewports.get(key) } }, errors: without(state.errors, key) }));
    };
    const lookAgain = async (key: string): Promise<void> => {
      await saving.get(key);
      const result = await api.runbooks.read({ key });
      if (!result.ok) {
        const { error } = result;
        const editor = get().open[key];
        if (editor === undefined) return;
        const gone = error.code === 'file.notFound';
        if (gone || isDirty(editor)) return change(key, (one) => ({ ...one, outside: gone ? { kind: 'removed' } : { kind: 'unreadable', error } }));
        // Nothing is lost by showing the file as it is now.
        return set((state) => ({ open: without(state.open, key), errors: { ...state.errors, [key]: error } }));
      }
      change(key, (editor) => {
        const theirs = result.value;
        if (theirs.revision === editor.revision) return editor.outside === undefined ? editor : { ...editor, outside: undefined };
        if (!isDirty(editor)) return withFileVersion(editor, theirs);
        if (samePlain(theirs.document, editor.document)) return { ...editor, saved: editor.document, revision: theirs.revision, outside: undefined };
        return { ...editor, outside: { kind: 'changed', theirs } };
      });
    };
    const write = async (key: string, { document, revision }: OpenEditor, overwrite: boolean): Promise<boolean> => {
      const result = await api.runbooks.save({ key, document, revision, overwrite });
      if (result.ok) {
        // The document that was sent counts as saved, so that edits made meanwhile stay unsaved and undo keeps working.
        change(key, (current) => ({ ...current, saved: document, revision: result.value.revision, joining: undefined, outside: undefined }));
        set((state) => ({ errors: without(state.errors, key) }));
      } else if (result.error.code !== 'file.changedOutside') fail(key, result.error);
      return result.ok;
    };
    return {
      open: {},
      errors: {},
      async load(key) {
        if (get().open[key] !== undefined) return;
        // Whoever asks meanwhile waits for the same document, or one would take the place of the other.
        const under = reading.get(key) ?? read(key).finally(() => reading.delete(key));
        reading.set(key, under);
        await under;
      },
      compareWithFile: lookAgain,
      async loadTheirs(key) {
        const result = await api.runbooks.read({ key });
        if (result.ok) change(key, (editor) => withFileVersion(editor, result.value));
        else fail(key, result.error);
      },
      async restore({ key, document, revision }) {
        if (get().open[key] === undefined) await read(key);
        const editor = get().open[key];
        if (editor === undefined) {
          // The file is gone; the copy makes the document count as unsaved.
          const alone: OpenEditor = { ...openedEditor({ key, document, revision, readOnly: false }), saved: { ...document }, outside: { kind: 'removed' } };
          return set((state) => ({ open: { ...state.open, [key]: alone }, errors: without(state.errors, key) }));
        }
        change(key, (one) => edited(one, document));
        if (editor.revision !== revision) change(key, (one) => ({ ...one, outside: { kind: 'changed', theirs: { key, document: one.saved, revision: one.revision, readOnly: one.readOnly } } }));
      },
      discard: (keys) => keys.forEach((key) => change(key, (editor) => ({ ...editor, document: editor.saved, undo: [], redo: [], outside: undefined }))),
      async save(key, overwrite = false) {
        const editor = get().open[key];
        if (editor === undefined || editor.readOnly) return false;
        const work = write(key, editor, overwrite);
        saving.set(key, work);
        const saved = await work;
        if (saving.get(key) === work) saving.delete(key);
        // The disk has another version: the bar shows which.
        if (!saved && get().errors[key] === undefined) await lookAgain(key);
        return saved;
      },
      close: (key) => set((state) => ({ open: without(state.open, key), errors: without(state.errors, key) })),
      closeAll() {
        viewports.clear();
        set({ open: {}, errors: {} });
      },
      dismissError: (key) => set((state) => ({ errors: without(state.errors, key) })),
      edit: (key, next, joins, selection) => change(key, (editor) => edited(editor, next(editor.document), joins, selection && { ...nothingSelected, ...selection })),
      endStep: (key) => change(key, (editor) => (editor.joining === undefined ? editor : { ...editor, joining: undefined })),
      undo: (key) => change(key, undone),
      redo: (key) => change(key, redone),
      select: (key, selection) =>
        change(key, (editor) => {
          const next = selecting(editor, { ...nothingSelected, ...selection });
          // A field of what was selected before is not wanted any more.
          return next.focus?.pending === true ? { ...next, focus: { ...next.focus, pending: false } } : next;
        }),
      ask: (key, prompt) => change(key, (editor) => ({ ...editor, prompt })),
      show: (key, view) => change(key, (editor) => ({ ...editor, view: { show: view, request: (editor.view?.request ?? 0) + 1 } })),
      find: (key, { query, open }) =>
        change(key, (editor) => ({ ...editor, find: { query, open, request: (editor.find?.request ?? 0) + (open && query === (editor.find?.query ?? '') ? 1 : 0) } })),
      showOutline: (key, outline) => change(key, (editor) => ({ ...editor, outline })),
      pointAt: (key, place) => change(key, (editor) => ({ ...editor, place })),
      rememberViewport(key, viewport) {
        viewports.set(key, viewport);
        change(key, (editor) => ({ ...editor, viewport }));
      },
      reveal: (key, selection, field) =>
        change(key, (editor) => ({ ...selecting(editor, { ...nothingSelected, ...selection }), focus: { field, request: (editor.focus?.request ?? 0) + 1, pending: true } })),
      focused: (key) => change(key, (editor) => (editor.focus?.pending === true ? { ...editor, focus: { ...editor.focus, pending: false } } : editor)),
    };
  });
}
