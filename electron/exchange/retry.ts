import type { AppErrorData } from '../../shared/errors/appError.ts';

/** What is known about an attempt that failed. */
export interface FailedAttempt {
  readonly error: AppErrorData;
  /** Attempts so far, from 1. */
  readonly attempt: number;
  /** Whether the request only reads; everything else must not happen twice. */
  readonly safety: 'read' | 'write';
  /** No byte of the request left this computer. */
  readonly nothingSent: boolean;
  /** Milliseconds waited so far because of earlier attempts. */
  readonly waitedMs: number;
  /** From 0 up to 1; spreads the waits of several programs. */
  readonly random: number;
}

/** Most attempts of one request, and the longest time to wait for them altogether. */
const mostAttempts = 5;
const longestWaitMs = 5 * 60_000;
/** Where a busy server does not say how long: doubled each time (Microsoft, "EWS throttling in Exchange"). */
const firstBusyWaitMs = 5_000;
const firstTroubleWaitMs = 500;

/** The server said that it did not process the request. */
const refusedUnprocessed = new Set<string>(['exchange.serverBusy', 'exchange.tooManyConnections']);
/** May have been processed, or will be when asked again: only for reads. */
const passing = new Set<string>(['network.reset', 'exchange.serverTrouble', 'exchange.mailboxOffline', 'exchange.brokenXml', 'http.unavailable']);

/** Milliseconds until the request may be sent again, or undefined where it must not be. */
export function waitBeforeRetry(failed: FailedAttempt): number | undefined {
  const { error, attempt, safety, nothingSent, waitedMs, random } = failed;
  if (attempt >= mostAttempts) return undefined;
  const hint = error.details?.waitMs;
  // HTTP 429, and 503 with Retry-After, come from in front of the application: the request was not looked at.
  const isRefused = refusedUnprocessed.has(error.code) || (error.code === 'http.unavailable' && hint !== undefined);
  const isFresh = nothingSent && error.code === 'network.reset';
  if (!isRefused && !isFresh && !(safety === 'read' && passing.has(error.code) && attempt < 3)) return undefined;
  const first = isRefused ? firstBusyWaitMs : firstTroubleWaitMs;
  const wait = hint === undefined ? Math.round(first * 2 ** (attempt - 1) * (1 + 0.2 * random)) : Number(hint);
  return waitedMs + wait > longestWaitMs ? undefined : wait;
}
