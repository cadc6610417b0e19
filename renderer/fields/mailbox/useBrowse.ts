import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { BrowseEvent, BrowseRequest } from '../../../shared/engine/browse.ts';
import type { StreamHandle } from '../../../shared/ipc/channel.ts';
import { useApi } from '../../api/useApi.ts';

/** A look into a mailbox that can be started and cancelled. */
export interface Browsing {
  readonly busy: boolean;
  readonly error: AppErrorData | undefined;
  /** Starts a look; one that goes on is cancelled first. */
  start(request: BrowseRequest, onEvent: (event: BrowseEvent) => void): void;
  cancel(): void;
}

/** One look into a mailbox at a time. It ends with the component that asked. */
export function useBrowse(): Browsing {
  const api = useApi();
  const [state, setState] = useState<Pick<Browsing, 'busy' | 'error'>>({ busy: false, error: undefined });
  const running = useRef<StreamHandle | undefined>(undefined);
  const cancel = useCallback((): void => {
    running.current?.cancel();
    running.current = undefined;
    setState((before) => (before.busy ? { busy: false, error: undefined } : before));
  }, []);
  const start = useCallback(
    (request: BrowseRequest, onEvent: (event: BrowseEvent) => void): void => {
      running.current?.cancel();
      setState({ busy: true, error: undefined });
      const handle = api.mailbox.browse(request, (event) => (running.current === handle ? onEvent(event) : undefined));
      running.current = handle;
      void handle.done.then((result) => {
        if (running.current === handle) setState({ busy: false, error: result.ok || result.error.kind === 'cancelled' ? undefined : result.error });
      });
    },
    [api],
  );
  useEffect(() => () => running.current?.cancel(), []);
  return { ...state, start, cancel };
}
