import { useEffect, useRef, useState } from 'react';
import { Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionDraft } from '../../../shared/connections/draft.ts';
import type { SignInEvent, SignInState } from '../../../shared/connections/signIn.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { StreamHandle } from '../../../shared/ipc/channel.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';

/** A code that waits to be entered. */
export type DeviceCode = Extract<SignInEvent, { readonly type: 'deviceCode' }>;

/** Signing in and out of Exchange Online for the values of the form. */
export interface SignIn {
  readonly state: SignInState | undefined;
  readonly running: boolean;
  /** The code to enter while a device is waited for. */
  readonly code: DeviceCode | undefined;
  readonly error: AppErrorData | undefined;
  start(draft: ConnectionDraft): void;
  cancel(): void;
  signOut(): void;
}

/** The sign-in of a configuration as it stands in the form; who is signed in is asked again when account, application or cloud change. */
export function useSignIn(connection: Connection): SignIn {
  const api = useApi();
  const { app } = useStores();
  const [state, setState] = useState<SignInState | undefined>(undefined);
  const [running, setRunning] = useState(false);
  const [code, setCode] = useState<DeviceCode | undefined>(undefined);
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  const handle = useRef<StreamHandle | undefined>(undefined);
  const { exchangeOnline, signInMethod, applicationId, tenantId, cloudInstanceUrl, username, domain } = connection;
  // As a text, so that a change of any other field does not ask the keychain again.
  const who = JSON.stringify({ name: '', type: connection.type, exchangeOnline, signInMethod, applicationId, tenantId, cloudInstanceUrl, username, domain });

  useEffect(() => {
    let current = true;
    if (exchangeOnline)
      void api.connections.signInState({ connection: Connection.parse(JSON.parse(who)) }).then((result) => {
        if (!current) return;
        setState(result.ok ? result.value : undefined);
        if (!result.ok) setError(result.error);
      });
    return () => {
      current = false;
    };
  }, [api, exchangeOnline, who]);
  useEffect(() => () => handle.current?.cancel(), []);

  const onEvent = (event: SignInEvent): void => {
    if (event.type === 'deviceCode') setCode(event);
    if (event.type !== 'signedIn') return;
    setState(event.state);
    app.getState().announce(`Signed in as ${event.state.userName ?? 'the account'}.`);
  };
  return {
    state,
    running,
    code,
    error,
    start(draft) {
      handle.current?.cancel();
      setRunning(true);
      setCode(undefined);
      setError(undefined);
      const own = api.connections.signIn(draft, onEvent);
      handle.current = own;
      void own.done.then((result) => {
        if (handle.current !== own) return;
        setRunning(false);
        setCode(undefined);
        setError(result.ok || result.error.kind === 'cancelled' ? undefined : result.error);
      });
    },
    cancel: () => handle.current?.cancel(),
    signOut: () =>
      void api.connections.signOut({ connection }).then((result) => {
        if (result.ok) setState(result.value);
        else setError(result.error);
      }),
  };
}
