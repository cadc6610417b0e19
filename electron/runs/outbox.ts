import type { CheckEvent } from '../../shared/connections/checks.ts';
import type { BrowseEvent } from '../../shared/engine/browse.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { FromWorker } from './jobs.ts';

/** How long results wait for company, in milliseconds: half of what the window's batches wait. */
const batchMilliseconds = 15;
/** A batch is sent early at this many entries or characters of bodies, so that copying one never holds main up. */
const batchEntries = 250;
const batchCharacters = 1_000_000;

/** So many batches may be under way. A job that is faster than main waits, instead of filling main's queue and stalling its windows. */
const batchesUnderWay = 2;

/** Collects what a job produces and sends it to main in batches. */
export interface Outbox {
  event(event: RunEvent): void;
  check(event: CheckEvent): void;
  found(event: BrowseEvent): void;
  trace(record: TraceRecord): void;
  flush(): void;
  /** Resolves when main has taken enough of what was sent; at once while it keeps up. */
  room(): Promise<void>;
  /** Main has taken a batch. */
  received(): void;
}

/** An outbox. Traces travel in the same batch as the events that name them, before them. */
export function outbox(send: (message: FromWorker) => void): Outbox {
  let events: RunEvent[] = [];
  let checks: CheckEvent[] = [];
  let found: BrowseEvent[] = [];
  let traces: TraceRecord[] = [];
  let characters = 0;
  let underWay = 0;
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (events.length + checks.length + found.length + traces.length === 0) return;
    underWay += 1;
    send({ type: 'batch', events, checks, found, traces });
    [events, checks, found, traces, characters] = [[], [], [], [], 0];
  }

  function added(size: number): void {
    characters += size;
    if (events.length + checks.length + traces.length >= batchEntries || characters >= batchCharacters) flush();
    else timer ??= setTimeout(flush, batchMilliseconds);
  }

  return {
    event(event) {
      events.push(event);
      added(0);
    },
    check(event) {
      checks.push(event);
      added(0);
    },
    found(event) {
      found.push(event);
      added(0);
    },
    trace(record) {
      traces.push(record);
      added(record.request.body.length + (record.response?.body.length ?? 0));
    },
    flush,
    room: () => (underWay < batchesUnderWay ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    received() {
      underWay -= 1;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
}
