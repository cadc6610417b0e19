import { currentRunbook } from '../stores/current.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding } from './commandBindings.ts';

/** Why a command for runbooks makes no sense while none is in front. */
export const openFirst = 'Open a runbook first.';

/** Makes bindings that act on the runbook in front. */
export interface ForCurrentEditor {
  /** Possible while a runbook is open and `possible` holds for it; `needs` says what has to be done until it does. */
  on(run: (open: OpenEditor) => void, possible?: (open: OpenEditor) => boolean, needs?: string): CommandBinding;
  /** The same for what changes the runbook: not possible for one that is read-only. */
  changing(run: (open: OpenEditor) => void, possible?: (open: OpenEditor) => boolean, needs?: string): CommandBinding;
}

/** Bindings over the runbook whose tab is in front. */
export function forCurrentEditor({ layout, editor }: Pick<Stores, 'layout' | 'editor'>): ForCurrentEditor {
  const current = (): OpenEditor | undefined => {
    const key = currentRunbook(layout.getState());
    return key === undefined ? undefined : editor.getState().open[key];
  };
  const on: ForCurrentEditor['on'] = (run, possible = () => true, needs) => ({
    run: () => {
      const open = current();
      if (open !== undefined && possible(open)) run(open);
    },
    enabled: () => {
      const open = current();
      return open !== undefined && possible(open);
    },
    get why() {
      return current() === undefined ? openFirst : needs;
    },
  });
  const changing: ForCurrentEditor['changing'] = (run, possible = () => true, needs) => {
    const binding = on(run, (open) => !open.readOnly && possible(open), needs);
    return {
      run: binding.run,
      enabled: binding.enabled,
      get why() {
        return current()?.readOnly === true ? 'This runbook can only be read.' : binding.why;
      },
    };
  };
  return { on, changing };
}
