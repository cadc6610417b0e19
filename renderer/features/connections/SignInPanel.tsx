import { Box, Button, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { Connection } from '../../../shared/connections/connection.ts';
import { useApi } from '../../api/useApi.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { DeviceCode, SignIn } from './useSignIn.ts';

interface Props {
  readonly signIn: SignIn;
  readonly connection: Connection;
  onStart(): void;
  /** Buttons for an error of signing in. */
  readonly errorActions: ReactNode;
}

/** Who is signed in for a configuration of Exchange Online, and the ways to change that. */
export function SignInPanel({ signIn, connection, onStart, errorActions }: Props): ReactElement {
  const { state, running, code, error } = signIn;
  const isLegacy = connection.signInMethod === 'User name and password (legacy)';
  return (
    <Box component="section" aria-label="Sign-in" sx={{ display: 'grid', gap: 1 }}>
      {isLegacy && (
        <Notice tone="warning">User name and password does not work with multifactor authentication. Microsoft is retiring it: choose browser or device code where you can.</Notice>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, minHeight: 32 }}>
        <Typography variant="body2" role="status" sx={{ flex: 1, color: 'studio.textMuted', overflowWrap: 'anywhere' }}>{stateText(signIn, connection)}</Typography>
        {running ? <Button onClick={signIn.cancel}>Cancel sign-in</Button> : <Button onClick={onStart}>{state?.signedIn === true ? 'Sign in again…' : 'Sign in…'}</Button>}
        {state?.signedIn === true && !running && <Button onClick={signIn.signOut}>Sign out</Button>}
      </Box>
      {state?.signedIn === true && state.kept === 'memory' && !isLegacy && (
        <Notice tone="warning">This computer has no credential store available. The sign-in is kept until the app closes.</Notice>
      )}
      {running && code !== undefined && <DeviceCodePanel code={code} connection={connection} />}
      {error !== undefined && <ErrorCard error={error} alert actions={errorActions} />}
    </Box>
  );
}

function stateText({ state, running, code }: SignIn, { signInMethod }: Connection): string {
  if (running && code !== undefined) return 'Waiting until the code is entered.';
  if (running) return signInMethod === 'Sign in with browser' ? 'Continue in the browser.' : 'Signing in…';
  if (state?.signedIn !== true) return 'Not signed in';
  const until = state.validUntil === undefined ? '' : `, valid until ${new Date(state.validUntil).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}, renewed by itself`;
  return `Signed in as ${state.userName ?? 'the account'}${until}`;
}

function DeviceCodePanel({ code, connection }: { readonly code: DeviceCode; readonly connection: Connection }): ReactElement {
  const api = useApi();
  return (
    <Notice tone="information">
      <Box role="group" aria-label="Device code" sx={{ display: 'grid', gap: 1 }}>
        <span>Open {code.page} in any browser, on any computer, and enter this code:</span>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
          <Box component="strong" sx={{ fontSize: '1.25rem', letterSpacing: '0.12em' }}>{code.code}</Box>
          <Button onClick={() => void api.app.copyText({ text: code.code })}>Copy code</Button>
          <Button onClick={() => void api.connections.openDevicePage({ connection, page: code.page })}>Open page</Button>
        </Box>
        <span>The code is good until {new Date(code.expiresAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}.</span>
      </Box>
    </Notice>
  );
}
