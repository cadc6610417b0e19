import type { ErrorAction } from '../../shared/errors/appError.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { renewBeforeMs, type AccessToken } from '../auth/accessToken.ts';
import type { TokenSource } from '../exchange/tokenSource.ts';

/** Where the tokens of a connection come from, and who hears how. */
export interface TokenParts {
  ask(renew: boolean): Promise<AccessToken>;
  /** Log lines of the sign-in, for the execution whose request needed the token. */
  logged?(execution: string | undefined, lines: readonly string[]): void;
  /** Buttons that stand beside those of the error. */
  readonly actions?: readonly ErrorAction[];
}

/** Tokens of one connection within a job: main is asked when there is none, when little is left of it, or when the server refused it. */
export function tokenSource({ ask, logged, actions = [] }: TokenParts): TokenSource {
  let current: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  async function fresh(renew: boolean): Promise<AccessToken> {
    try {
      current = await ask(renew);
      return current;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.data.kind === 'cancelled') throw thrown;
      throw AppError.from({ ...thrown.data, actions: [...(thrown.data.actions ?? []), ...actions] });
    } finally {
      asking = undefined;
    }
  }

  return {
    async token({ execution }, _signal, rejected) {
      const refused = rejected !== undefined && rejected === current?.token;
      if (current !== undefined && !refused && current.expiresAt - Date.now() > renewBeforeMs) {
        logged?.(execution, [`Token at hand, valid until ${new Date(current.expiresAt).toISOString()}`]);
        return current.token;
      }
      asking ??= fresh(refused);
      const { token, expiresAt, log } = await asking;
      logged?.(execution, [...log, `Token valid until ${new Date(expiresAt).toISOString()}`]);
      return token;
    },
  };
}
