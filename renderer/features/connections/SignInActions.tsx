import { Button } from '@mui/material';
import type { ReactElement } from 'react';
import type { AppErrorData, ErrorAction } from '../../../shared/errors/appError.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';

interface Props {
  readonly error: AppErrorData;
  onSignIn(method: Extract<ErrorAction, { kind: 'signIn' }>['method']): void;
}

const signInLabels = { 'Sign in with browser': 'Switch to browser sign-in', 'Device code': 'Switch to device code' } as const;

/** The buttons of an error that the sign-in of a configuration can answer: sign in in another way, copy an address, open a page. */
export function SignInActions({ error, onSignIn }: Props): ReactElement {
  const api = useApi();
  const { app } = useStores();
  const copy = async (text: string): Promise<void> => {
    const result = await api.app.copyText({ text });
    if (result.ok) app.getState().notify('Copied.');
  };
  return (
    <>
      {(error.actions ?? []).map((action) => {
        const key = JSON.stringify(action);
        if (action.kind === 'signIn') return <Button key={key} variant="contained" onClick={() => onSignIn(action.method)}>{action.method === undefined ? 'Sign in…' : signInLabels[action.method]}</Button>;
        if (action.kind === 'copyText') return <Button key={key} onClick={() => void copy(action.text)}>{action.label}</Button>;
        if (action.kind === 'openPage') return <Button key={key} onClick={() => void api.app.openExternal({ url: action.url })}>{action.label}</Button>;
        return null;
      })}
    </>
  );
}
