import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { below, showMenu, type MenuItem } from '../../commands/contextMenu.ts';
import type { TracesStore } from '../../stores/traces.ts';
import { copyWays } from './copyTexts.ts';

/** Shows the context menu of a request: sending it again, where it is one of this session, and the ways to copy it. */
export function useTraceMenu(traces: TracesStore, isSession: boolean): (id: string, element?: Element) => Promise<void> {
  const api = useApi();
  const commands = useCommands();
  return async (id, element) => {
    // Whether it can be sent again is known once the whole pair is read.
    await traces.getState().select(id);
    const { record } = traces.getState();
    if (record === undefined || record.id !== id) return;
    const copies = copyWays.map(({ label, text }, index): MenuItem => ({ id: `copy ${index}`, label, run: () => void api.app.copyText({ text: text(record) }) }));
    await showMenu(api, commands, [...(isSession ? (['tools.sendAgain', 'separator'] as const) : []), ...copies], element === undefined ? undefined : below(element));
  };
}
