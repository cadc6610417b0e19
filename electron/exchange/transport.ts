import { randomUUID } from 'node:crypto';
import { diagnose } from '../../shared/connections/diagnosis.ts';
import type { PasswordScheme } from '../../shared/connections/schemes.ts';
import type { AwaitedRequest } from '../../shared/engine/ports.ts';
import { AppError, errorDataOf, type AppErrorData } from '../../shared/errors/appError.ts';
import { maskBody, maskHeaders } from '../../shared/trace/mask.ts';
import { oauthResultOf } from '../../shared/trace/oauth.ts';
import { autodiscoverResultOf, operationOf, resultOf } from '../../shared/trace/pair.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { drain, textOf, type Captured } from './body.ts';
import { isLoopback } from './loopback.ts';
import type { Network } from './network.ts';
import { waitBeforeRetry } from './retry.ts';
import { doing, rawOf } from './transportFailure.ts';
import { elapsed, Lanes, type Attempt, type Lane } from './transportLanes.ts';
import type { Ask, RawAnswer, SignedIn, SignIn } from './transportSignIn.ts';

/** Which run a request belongs to, for its trace. */
export interface RequestLabels {
  readonly run?: string;
  readonly execution?: string;
  readonly activity?: string;
  /** The request that this one repeats, by the id of its trace. */
  readonly again?: string;
}

/** A request before the transport adds ids and sends it. */
export interface TransportRequest {
  readonly kind: TraceRecord['kind'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it only reads. Whatever sends or changes is never repeated once a byte of it may have been processed. */
  readonly safety: 'read' | 'write';
  /** One attempt only, whatever happens: a connection test tells what it saw. */
  readonly once?: boolean;
  readonly labels: RequestLabels;
  /** What the trace calls it, where the body does not say. */
  readonly operation?: string;
  /** POST unless something else is said; a GET has no body. */
  readonly method?: 'GET' | 'POST';
  /** Asks without signing in; only then may the address be `http:` of another computer. */
  readonly anonymous?: boolean;
}

/** An answer whose text is read while it arrives. */
export interface TransportAnswer {
  readonly status: number;
  /** In the order of the answer, several values of one header as several entries. */
  readonly headers: readonly (readonly [string, string])[];
  readonly text: AsyncIterable<string>;
  /** How the request was signed in with a password; undefined where no password was used. */
  readonly scheme?: PasswordScheme | undefined;
}

export interface TransportOptions {
  readonly connection: string;
  readonly userAgent: string;
  /** Longest time for one attempt, from the first byte of the name lookup to the last byte of the answer. */
  readonly timeoutSeconds: number;
  /** Most unpacked bytes of one answer. */
  readonly limitBytes: number;
  /** Texts that must appear in no trace. */
  readonly secrets: readonly string[];
  /** Signs requests in that bring no Authorization header of their own. */
  readonly signIn?: SignIn | undefined;
  readonly network: Network;
  readonly onTrace: (record: TraceRecord) => void;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told before a wait, in milliseconds, with the execution whose request waits. */
  readonly onWait?: (execution: string | undefined, ms: number) => void;
  /** Told of an attempt that takes longer than `slowMs`, with its execution. */
  readonly onSlow?: (execution: string | undefined, request: AwaitedRequest) => void;
  readonly slowMs?: number;
}

/** A request that takes longer, in milliseconds, is told of while it goes on. */
const slowByDefault = 3000;

/** What an answer amounts to depends on who was asked. */
const results = { ews: resultOf, autodiscover: autodiscoverResultOf, oauth: oauthResultOf } as const;

/** Packing saves time on a network and costs it where the server is this computer. */
export const acceptedEncoding = (hostname: string): string => (isLoopback(hostname) ? 'identity' : 'gzip');

/** Throws AppError where a request to this address would not be protected. `http:` is for this computer only: it would carry the password in clear. */
export function assertProtected(url: URL): void {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return;
  if (url.protocol === 'http:') throw new AppError('network.notEncrypted', { url: url.href });
  throw new AppError('network.invalidAddress', { address: url.href });
}

/** Sends requests. Every byte between this computer and Exchange or its sign-in servers passes here, whatever the protocol. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #lanes: Lanes;
  readonly #closed = new AbortController();
  /** A busy server refuses all requests of an account until this time (of `performance.now`). */
  #notBefore = 0;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#lanes = new Lanes(options.network);
  }

  /** Ends all requests and connections. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#lanes.close();
  }

  /**
   * Sends a request, repeats it where that is safe, and lets `consume` read the answer. What `consume` throws counts as the failure of the attempt.
   * Rejects with AppError; `app.cancelled` when the signal aborts.
   */
  async send<T>(request: TransportRequest, signal: AbortSignal, consume: (answer: TransportAnswer) => Promise<T>): Promise<T> {
    if (request.anonymous !== true) assertProtected(new URL(request.url));
    let waitedMs = 0;
    for (let attempt = 1; ; attempt += 1) {
      const pause = this.#notBefore - performance.now();
      if (pause > 0 && request.once !== true && attempt === 1) await this.#wait(request, pause, signal);
      const outcome = await this.#attempt(request, attempt, signal, consume);
      if (outcome.ok) return outcome.value;
      const { error, nothingSent } = outcome;
      const facts = { error, attempt, safety: request.safety, nothingSent, waitedMs, random: Math.random() };
      const wait = request.once === true || error.kind === 'cancelled' ? undefined : waitBeforeRetry(facts);
      if (wait === undefined) throw AppError.from(error);
      if (error.code === 'exchange.serverBusy') this.#notBefore = performance.now() + wait;
      waitedMs += wait;
      await this.#wait(request, wait, signal);
    }
  }

  async #wait({ labels }: TransportRequest, ms: number, signal: AbortSignal): Promise<void> {
    this.#options.onWait?.(labels.execution, ms);
    await this.#options.sleep(ms, signal);
  }

  async #attempt<T>(
    request: TransportRequest,
    number: number,
    signal: AbortSignal,
    consume: (answer: TransportAnswer) => Promise<T>,
  ): Promise<{ ok: true; value: T } | { ok: false; error: AppErrorData; nothingSent: boolean }> {
    const { timeoutSeconds, limitBytes, userAgent, slowMs = slowByDefault, onSlow } = this.#options;
    const secrets = [...this.#options.secrets, ...(this.#options.signIn?.secrets ?? [])];
    const url = new URL(request.url);
    const lane = await this.#lanes.take(url.origin, AbortSignal.any([signal, this.#closed.signal]));
    const attempt: Attempt = { started: performance.now(), timings: {}, handedToSocket: false };
    lane.attempt = attempt;
    const startedAt = new Date().toISOString();
    const id = randomUUID();
    const headers = { ...request.headers, 'user-agent': userAgent, 'accept-encoding': acceptedEncoding(url.hostname), 'client-request-id': id, 'return-client-request-id': 'true' };
    const bytes = Buffer.from(request.body, 'utf8');
    const captured: Captured = { text: '', bytes: 0 };
    let answered: Omit<TransportAnswer, 'text'> | undefined;
    let sent: Record<string, string> = headers;
    const legs: string[] = [];
    const method = request.method ?? 'POST';
    let error: AppErrorData | undefined;
    let finished = false;
    const timeout = AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));
    const ended = AbortSignal.any([signal, timeout, this.#closed.signal]);
    // Reaches a socket that is still connecting, which undici would leave alone.
    const onEnded = (): void => lane.opening?.destroy();
    ended.addEventListener('abort', onEnded, { once: true });
    const slow = setTimeout(() => {
      const until = new Date(Date.parse(startedAt) + timeoutSeconds * 1000).toISOString();
      onSlow?.(request.labels.execution, { operation: request.operation ?? operationOf(request.body), host: url.hostname, since: startedAt, until });
    }, slowMs);
    try {
      ended.throwIfAborted();
      const path = `${url.pathname}${url.search}`;
      const ask = (authorization: string | undefined, whole: boolean) => {
        // Up to here the server has processed nothing of what this request asks for.
        attempt.handedToSocket = false;
        sent = authorization === undefined ? headers : { ...headers, authorization };
        const content = whole ? bytes : Buffer.alloc(0);
        return lane.client.request({ path, method, headers: sent, body: method === 'GET' ? null : content, signal: ended, headersTimeout: 0, bodyTimeout: 0 });
      };
      const { answer: response, scheme } = await this.#signedIn(request, lane, ask, (leg) => legs.push(leg));
      attempt.timings.firstByte = elapsed(attempt);
      const pairs = Object.entries(response.headers).flatMap(([name, value]) => [value ?? []].flat().map((entry) => [name, entry] as const));
      answered = { status: response.statusCode, headers: pairs, scheme };
      const encoding = [response.headers['content-encoding'] ?? ''].flat()[0]?.toLowerCase();
      const text = textOf(response.body, encoding, limitBytes, captured);
      try {
        // Only `next` is handed over: a consumer that stops early must not end the text, because the rest belongs into the trace.
        const value = await consume({ ...answered, text: { [Symbol.asyncIterator]: () => ({ next: () => text.next() }) } });
        finished = true;
        return { ok: true, value };
      } finally {
        await drain(text, captured);
      }
    } catch (thrown) {
      finished = thrown instanceof AppError && thrown.data.code !== 'network.tooLarge' && !ended.aborted;
      const trace = { kind: 'openTrace', trace: id } as const;
      const data = this.#errorOf(thrown, request, attempt, { signal, timeout });
      error = data.kind === 'cancelled' ? data : { ...data, actions: [...(data.actions ?? []), trace] };
      return { ok: false, error, nothingSent: !attempt.handedToSocket };
    } finally {
      clearTimeout(slow);
      ended.removeEventListener('abort', onEnded);
      attempt.timings.done = elapsed(attempt);
      await this.#lanes.release(lane, finished);
      const requestHeaders = Object.entries(method === 'GET' ? sent : { ...sent, 'content-length': String(bytes.length) });
      const body = maskBody(request.body, secrets);
      const answer = maskBody(captured.text, secrets);
      this.#options.onTrace({
        id,
        kind: request.kind,
        ...request.labels,
        connection: this.#options.connection,
        operation: request.operation ?? operationOf(body),
        method,
        url: request.url,
        startedAt,
        durationMs: attempt.timings.done,
        ...(answered === undefined ? {} : { status: answered.status }),
        result: results[request.kind](answered?.status, answer),
        attempt: number,
        requestId: id,
        requestBytes: bytes.length,
        responseBytes: captured.bytes,
        timings: attempt.timings,
        ...(legs.length === 0 ? {} : { signIn: legs }),
        request: { headers: maskHeaders(requestHeaders, secrets), body, bytes: bytes.length },
        ...(answered === undefined ? {} : { response: { headers: maskHeaders(answered.headers, secrets), body: answer, bytes: captured.bytes } }),
        ...(error === undefined ? {} : { error }),
      });
    }
  }

  async #signedIn<A extends RawAnswer>(request: TransportRequest, lane: Lane, ask: Ask<A>, told: (leg: string) => void): Promise<SignedIn<A>> {
    const { signIn } = this.#options;
    if (signIn === undefined || request.anonymous === true || request.headers['authorization'] !== undefined)
      return { answer: await ask(request.headers['authorization'], true), scheme: undefined };
    return signIn.send(lane, ask, told, Buffer.byteLength(request.body));
  }

  /** A server can repeat anything in its texts. */
  #masked(data: AppErrorData): AppErrorData {
    const details = Object.entries(data.details ?? {}).map(
      ([name, value]) => [name, maskBody(value, [...this.#options.secrets, ...(this.#options.signIn?.secrets ?? [])])] as const,
    );
    return details.length === 0 ? data : new AppError(data.code, Object.fromEntries(details), data.actions === undefined ? {} : { actions: data.actions }).data;
  }

  #errorOf(thrown: unknown, request: TransportRequest, attempt: Attempt, ends: { signal: AbortSignal; timeout: AbortSignal }): AppErrorData {
    if (ends.signal.aborted || this.#closed.signal.aborted) return new AppError('app.cancelled').data;
    if (ends.timeout.aborted) {
      const fresh = attempt.timings.dns !== undefined || attempt.timings.connect !== undefined || !attempt.handedToSocket;
      return new AppError('network.timeout', {
        host: new URL(request.url).hostname,
        seconds: String(this.#options.timeoutSeconds),
        doing: doing(attempt.timings, fresh),
      }).data;
    }
    if (thrown instanceof AppError) return this.#masked(thrown.data);
    const raw = rawOf(thrown);
    if (raw.code === undefined) return errorDataOf(thrown, 'sending a request');
    const { code, details } = diagnose({ url: request.url, now: new Date().toISOString(), ...raw });
    return new AppError(code, details).data;
  }
}
