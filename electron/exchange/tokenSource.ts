import type { RequestLabels } from './transport.ts';

/** Gives the tokens of a connection that signs in with OAuth. */
export interface TokenSource {
  /**
   * A token that is good for some minutes; `rejected` is one that the server refused, which is never given again. Rejects with AppError.
   * The labels say for whom, so that the log of the sign-in can be told apart by execution.
   */
  token(labels: RequestLabels, signal: AbortSignal, rejected?: string): Promise<string>;
}

/** What a session signs in with: a password, or tokens of somebody who signed in before. */
export type Credentials = string | TokenSource;
