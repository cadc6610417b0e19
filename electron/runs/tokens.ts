import type { ErrorAction } from '../../shared/errors/appError.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { renewBeforeMs, type AccessToken, type SignInNote, type TokenQuestion } from '../auth/accessToken.ts';
import type { TokenSource } from '../exchange/tokenSource.ts';
import type { RequestLabels } from '../exchange/transport.ts';

type Wish = Omit<TokenQuestion, 'connection'>;

/** Where the tokens of a connection come from, and who hears how. */
export interface TokenParts {
  ask(wish: Wish, told: (note: SignInNote) => void): Promise<AccessToken>;
  /** Hears of the sign-in, with the labels of the request that needed the token. */
  told?(labels: RequestLabels, note: SignInNote): void;
  /** Buttons that stand beside those of the error. */
  readonly actions?: readonly ErrorAction[];
}

/** Tokens of one connection within a job: main is asked when there is none, when little is left of it, or when the server refused it. */
export function tokenSource({ ask, told, actions = [] }: TokenParts): TokenSource {
  let current: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  async function fresh(wish: Wish): Promise<AccessToken> {
    try {
      current = await ask(wish, (note) => told?.(wish.labels, note));
      return current;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.data.kind === 'cancelled') throw thrown;
      throw AppError.from({ ...thrown.data, actions: [...(thrown.data.actions ?? []), ...actions] });
    } finally {
      asking = undefined;
    }
  }

  return {
    async token(labels, _signal, rejected) {
      const say = (text: string, expiresAt: number): void => told?.(labels, { line: `${new Date().toISOString()} ${text}, valid until ${new Date(expiresAt).toISOString()}` });
      const refused = rejected !== undefined && rejected === current?.token;
      if (current !== undefined && !refused && current.expiresAt - Date.now() > renewBeforeMs) {
        say('Token at hand', current.expiresAt);
        return current.token;
      }
      asking ??= fresh({ renew: refused, labels });
      const { token, expiresAt } = await asking;
      say('Token', expiresAt);
      return token;
    },
  };
}
