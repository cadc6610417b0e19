import type { CommandId } from '../../shared/commands/commands.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandCenter } from './commandCenter.ts';

/** Tells main which commands make sense whenever that changes, so that the menu shows the others disabled. */
export function reportEnabled(api: Pick<AppApi, 'commands'>, stores: Stores, center: CommandCenter, later: (work: () => void) => void = queueMicrotask): () => void {
  let reported = '';
  let waiting = false;
  const report = (): void => {
    waiting = false;
    const enabled: CommandId[] = [...center.allEnabled()];
    if (enabled.join() === reported) return;
    reported = enabled.join();
    void api.commands.setEnabled({ enabled });
  };
  const onChange = (): void => {
    if (waiting) return;
    waiting = true;
    later(report);
  };
  const { layout, workspace, editor, runs, settings, tester } = stores;
  const ends = [layout.subscribe(onChange), workspace.subscribe(onChange), editor.subscribe(onChange), runs.subscribe(onChange), tester.subscribe(onChange), settings.subscribe(onChange)];
  // A dialog blocks commands as long as it is in the page, which is longer than the store that opened it knows.
  const dialogs = new MutationObserver(onChange);
  dialogs.observe(document.body, { childList: true });
  onChange();
  return () => {
    ends.forEach((end) => end());
    dialogs.disconnect();
  };
}
