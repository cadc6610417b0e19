import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { Client } from 'undici';
import { AppError } from '../../shared/errors/appError.ts';
import type { TraceTimings } from '../../shared/trace/record.ts';
import { openConnection, type Opening } from './connector.ts';
import type { Network } from './network.ts';

/** Exchange allows more, but two runs of one account must not use up its budget (Microsoft, "EWS throttling in Exchange"). */
const mostLanes = 4;
/** An idle connection is given up after this time unless the server names a shorter one. */
const keepAliveMs = 20_000;

/** What is known about an attempt while it goes on. */
export interface Attempt {
  /** Time of `performance.now`. */
  readonly started: number;
  readonly timings: { -readonly [K in keyof TraceTimings]: TraceTimings[K] };
  /** From here on the server may have seen the request. */
  handedToSocket: boolean;
}

/** One connection and the request that has it for itself: cancelling that request destroys exactly this socket. */
export interface Lane {
  readonly client: Client;
  readonly origin: string;
  busy: boolean;
  opening: Opening | undefined;
  attempt: Attempt | undefined;
  /** The socket of the last connection that was made. */
  socket: Socket | undefined;
  /** The socket that NTLM has signed in. */
  signedIn: Socket | undefined;
}

/** Milliseconds since the attempt began, to a tenth. */
export const elapsed = (attempt: Attempt): number => Math.round((performance.now() - attempt.started) * 10) / 10;

const lanesBySocket = new WeakMap<object, Lane>();
const attemptsByRequest = new WeakMap<object, Attempt>();

function member(message: unknown, name: 'request' | 'socket'): object | undefined {
  if (typeof message !== 'object' || message === null || !(name in message)) return undefined;
  const value: unknown = Reflect.get(message, name);
  return typeof value === 'object' && value !== null ? value : undefined;
}

subscribe('undici:client:sendHeaders', (message) => {
  const [request, socket] = [member(message, 'request'), member(message, 'socket')];
  const attempt = socket === undefined ? undefined : lanesBySocket.get(socket)?.attempt;
  if (request === undefined || attempt === undefined) return;
  attempt.handedToSocket = true;
  attemptsByRequest.set(request, attempt);
});
subscribe('undici:request:bodySent', (message) => {
  const request = member(message, 'request');
  const attempt = request === undefined ? undefined : attemptsByRequest.get(request);
  if (attempt !== undefined) attempt.timings.sent = elapsed(attempt);
});

/** The connections of one session. A request takes one for itself and gives it back; further requests wait. */
export class Lanes {
  readonly #network: Network;
  readonly #lanes = new Set<Lane>();
  readonly #waiting: (() => void)[] = [];

  constructor(network: Network) {
    this.#network = network;
  }

  /** A free lane to the server. Rejects with AppError `app.cancelled` when the signal aborts while all are in use. */
  async take(origin: string, signal: AbortSignal): Promise<Lane> {
    for (;;) {
      if (signal.aborted) throw new AppError('app.cancelled');
      const free = [...this.#lanes].find((lane) => !lane.busy && lane.origin === origin);
      if (free !== undefined) return Object.assign(free, { busy: true });
      if (this.#lanes.size < mostLanes) return this.#open(origin);
      await this.#freed(signal);
    }
  }

  /** A lane whose answer was not read to its end cannot be used again. */
  async release(lane: Lane, reusable: boolean): Promise<void> {
    lane.attempt = undefined;
    lane.busy = false;
    if (!reusable) await this.#destroy(lane);
    this.#waiting.shift()?.();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#lanes].map((lane) => this.#destroy(lane)));
  }

  async #freed(signal: AbortSignal): Promise<void> {
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.push(resolve);
      signal.addEventListener('abort', wake, { once: true });
    });
    await woken;
    signal.removeEventListener('abort', wake);
    const place = this.#waiting.indexOf(wake);
    if (place >= 0) this.#waiting.splice(place, 1);
    // Woken by a lane that became free while the signal aborted: the next in line gets it.
    else if (signal.aborted) this.#waiting.shift()?.();
  }

  #open(origin: string): Lane {
    const { hostname, port, protocol } = new URL(origin);
    const encrypted = protocol === 'https:';
    const endpoint = {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (encrypted ? 443 : 80) : Number(port),
      encrypted,
      network: this.#network,
      proxy: this.#network.proxyFor(new URL(origin)),
    };
    const client = new Client(origin, {
      pipelining: 1,
      keepAliveTimeout: keepAliveMs,
      connect: (_options, established) => {
        const opening = openConnection(endpoint, (phase) => {
          if (lane.attempt !== undefined) lane.attempt.timings[phase] = elapsed(lane.attempt);
        });
        lane.opening = opening;
        opening.opened.then(
          (socket) => {
            lanesBySocket.set(socket, lane);
            lane.socket = socket;
            established(null, socket);
          },
          (problem: Error) => established(problem, null),
        );
      },
    });
    const lane: Lane = { client, origin, busy: true, opening: undefined, attempt: undefined, socket: undefined, signedIn: undefined };
    this.#lanes.add(lane);
    return lane;
  }

  async #destroy(lane: Lane): Promise<void> {
    this.#lanes.delete(lane);
    lane.opening?.destroy();
    await lane.client.destroy();
  }
}
