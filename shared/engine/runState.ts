import { errorData, type AppErrorData } from '../errors/appError.ts';
import { EventQueue } from './eventQueue.ts';
import type { RunEventBody, RunStatus } from './events.ts';
import { KnownSecrets } from './knownSecrets.ts';
import type { RunPorts } from './ports.ts';
import { defaultLimits, type RunLimits, type RunSetup } from './runSetup.ts';

const units = { activities: 'activity executions', rows: 'published rows', duration: 'seconds' } as const;

/** The moving parts of one run: its limits, its result so far, and the way of events to the reader. */
export class RunState {
  readonly queue = new EventQueue();
  readonly inner = new AbortController();
  readonly startedAt: number;
  readonly secrets: KnownSecrets;
  readonly #setup: RunSetup;
  readonly #ports: RunPorts;
  readonly #limits: RunLimits;
  readonly #spent = { activities: 0, rows: 0 };
  readonly #said = new Set<string>();
  #seq = 0;
  #worst: RunStatus = 'success';
  error: AppErrorData | undefined;

  constructor(setup: RunSetup, ports: RunPorts) {
    this.#setup = setup;
    this.#ports = ports;
    this.secrets = ports.secrets ?? new KnownSecrets();
    this.#limits = { ...defaultLimits, ...setup.limits };
    this.startedAt = ports.clock.now();
  }

  emit(body: RunEventBody): void {
    this.#seq += 1;
    this.queue.push({ seq: this.#seq, at: new Date(this.#ports.clock.now()).toISOString(), run: this.#setup.runId, ...this.secrets.masked(body) });
  }

  once(text: string, body: RunEventBody): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.emit(body);
  }

  spend(limit: 'activities' | 'rows'): boolean {
    if (this.#spent[limit] >= this.#limits[limit]) {
      this.reach(limit, this.#limits[limit]);
      return false;
    }
    this.#spent[limit] += 1;
    return true;
  }

  reach(limit: keyof RunLimits, maximum: number): void {
    if (this.error !== undefined) return;
    this.emit({ type: 'limitReached', limit, maximum });
    this.fail(errorData('runbook.limitReached', { maximum: maximum.toLocaleString('en-US'), unit: units[limit] }));
  }

  fail(error: AppErrorData): void {
    this.error ??= error;
    this.inner.abort();
  }

  unhandled(status: 'warning' | 'failed'): void {
    if (this.#worst !== 'failed') this.#worst = status;
  }

  /** Watches the limit of time, which goes on while everything else waits. */
  watchDuration(signal: AbortSignal): void {
    const { duration } = this.#limits;
    if (duration === undefined) return;
    this.#ports.clock.sleep(duration * 1000, signal).then(
      () => this.reach('duration', duration),
      () => undefined,
    );
  }

  finish(stopped: boolean): void {
    const status = this.error !== undefined ? 'failed' : stopped ? 'cancelled' : this.#worst;
    const durationMs = this.#ports.clock.now() - this.startedAt;
    this.emit({ type: 'runFinished', status, durationMs, ...(this.error === undefined ? {} : { error: this.error }) });
    this.queue.close();
  }
}
