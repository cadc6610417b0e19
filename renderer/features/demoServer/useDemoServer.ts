import { useCallback, useEffect, useRef, useState } from 'react';
import type { DemoFault, DemoState } from '../../../shared/demo/demo.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useApi } from '../../api/useApi.ts';

/** The demo server as it is now, and what a person may do with it. */
export interface DemoServerControl {
  /** Undefined until the first answer. */
  readonly state: DemoState | undefined;
  readonly error: AppErrorData | undefined;
  cause(fault: DemoFault): void;
  /** Resolves with whether the data are as at first. */
  reset(): Promise<boolean>;
}

/** Follows the demo server while the page is shown. */
export function useDemoServer(): DemoServerControl {
  const { demo } = useApi();
  const [state, setState] = useState<DemoState | undefined>(undefined);
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  /** The fault that was chosen last and is not answered yet: it shows at once. */
  const [chosen, setChosen] = useState<DemoFault | undefined>(undefined);
  const calls = useRef(0);
  const take = useCallback((result: Result<DemoState>): boolean => {
    if (result.ok) setState(result.value);
    setError(result.ok ? undefined : result.error);
    return result.ok;
  }, []);
  useEffect(() => {
    const watching = demo.watch(undefined, setState);
    void watching.done.then((ended) => (ended.ok || ended.error.kind === 'cancelled' ? undefined : setError(ended.error)));
    return () => watching.cancel();
  }, [demo]);
  const cause = (fault: DemoFault): void => {
    calls.current += 1;
    const call = calls.current;
    setChosen(fault);
    void demo.setFault({ fault }).then((result) => {
      // A choice that was made since then has the last word, and what the server answers to it.
      if (call !== calls.current) return;
      setChosen(undefined);
      take(result);
    });
  };
  const shown = state === undefined || chosen === undefined ? state : { ...state, fault: chosen };
  return { state: shown, error, cause, reset: async () => take(await demo.reset(undefined)) };
}
