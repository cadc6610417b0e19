import { useRef, useState } from 'react';
import type { ConnectionDraft } from '../../../shared/connections/draft.ts';
import type { StreamHandle } from '../../../shared/ipc/channel.ts';
import { useStores } from '../../stores/stores.ts';
import { endCheck, foldCheck, startedCheck, type CheckView } from './checkView.ts';

/** A connection test that can be started, watched and cancelled. */
export interface Check {
  readonly view: CheckView | undefined;
  start(draft: ConnectionDraft): void;
  cancel(): void;
}

/** One connection test at a time; starting another one cancels the one before. */
export function useCheck(): Check {
  const { connections, app } = useStores();
  const [view, setView] = useState<CheckView | undefined>(undefined);
  const running = useRef<StreamHandle | undefined>(undefined);
  return {
    view,
    start(draft) {
      running.current?.cancel();
      setView(startedCheck);
      const handle = connections.getState().test(draft, (event) => {
        if (running.current !== handle) return;
        setView((before) => foldCheck(before ?? startedCheck, event));
        if (event.type === 'finished') app.getState().announce(event.ok ? 'The connection works.' : 'The connection test failed.');
      });
      running.current = handle;
      void handle.done.then((result) => {
        if (running.current === handle) setView((before) => (before === undefined ? before : endCheck(before, result.ok ? undefined : result.error)));
      });
    },
    cancel: () => running.current?.cancel(),
  };
}
