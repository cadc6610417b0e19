import type { TraceRecord } from '../../shared/trace/record.ts';
import type { RequestLabels } from '../exchange/transport.ts';

/** A token for requests. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
}

/** A token is renewed when less than this is left of it (exchange-activities 2.3). */
export const renewBeforeMs = 5 * 60_000;

/** What happens while a token is got or refused: a line of the library's log, or a request with its answer. Both are masked. */
export type SignInNote = { readonly line: string } | { readonly trace: TraceRecord };

/** Whose token a worker asks main for. */
export interface TokenQuestion {
  /** Key of the connection. */
  readonly connection: string;
  /** The server refused the last token. */
  readonly renew: boolean;
  /** For which run and activity; the traces of the sign-in belong to it. */
  readonly labels: RequestLabels;
}

/** How main answers, and hears of the end. */
export interface TokenAsking {
  readonly signal: AbortSignal;
  told(note: SignInNote): void;
}
