import { currentRunbook } from '../stores/current.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding } from './commandBindings.ts';

/** Makes bindings that act on the runbook in front. */
export interface ForCurrentEditor {
  /** Possible while a runbook is open and `possible` holds for it. */
  on(run: (open: OpenEditor) => void, possible?: (open: OpenEditor) => boolean): CommandBinding;
  /** The same for what changes the runbook: not possible for one that is read-only. */
  changing(run: (open: OpenEditor) => void, possible?: (open: OpenEditor) => boolean): CommandBinding;
}

/** Bindings over the runbook whose tab is in front. */
export function forCurrentEditor({ layout, editor }: Pick<Stores, 'layout' | 'editor'>): ForCurrentEditor {
  const current = (): OpenEditor | undefined => {
    const key = currentRunbook(layout.getState());
    return key === undefined ? undefined : editor.getState().open[key];
  };
  const on: ForCurrentEditor['on'] = (run, possible = () => true) => ({
    run: () => {
      const open = current();
      if (open !== undefined && possible(open)) run(open);
    },
    enabled: () => {
      const open = current();
      return open !== undefined && possible(open);
    },
  });
  return { on, changing: (run, possible = () => true) => on(run, (open) => !open.readOnly && possible(open)) };
}
