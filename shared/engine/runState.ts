import { errorData, type AppErrorData } from '../errors/appError.ts';
import { EventQueue } from './eventQueue.ts';
import type { RunEventBody, RunStatus } from './events.ts';
import { KnownSecrets } from './knownSecrets.ts';
import type { RunPorts } from './ports.ts';
import { defaultLimits, type Lineage, type RunLimits, type RunSetup } from './runSetup.ts';

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
  readonly #lineage: Lineage | undefined;
  readonly #said = new Set<string>();
  readonly #detached: Promise<unknown>[] = [];
  #seq = 0;
  /** The time of the last event: many come in the same millisecond. */
  #stamp = { ms: Number.NaN, at: '' };
  #worst: RunStatus = 'success';
  error: AppErrorData | undefined;

  /** `lineage` is that of a run which another one invoked. */
  constructor(setup: RunSetup, ports: RunPorts, lineage: Lineage | undefined) {
    this.#setup = setup;
    this.#lineage = lineage;
    this.#ports = ports;
    this.secrets = ports.secrets ?? new KnownSecrets();
    this.#limits = { ...defaultLimits, ...setup.limits };
    this.startedAt = ports.clock.now();
  }

  emit(body: RunEventBody): number {
    this.#seq += 1;
    const ms = this.#ports.clock.now();
    if (this.#stamp.ms !== ms) this.#stamp = { ms, at: new Date(ms).toISOString() };
    this.queue.push({ seq: this.#seq, at: this.#stamp.at, run: this.#setup.runId, ...this.secrets.masked(body) });
    return ms;
  }

  once(text: string, body: RunEventBody): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.emit(body);
  }

  spend(limit: 'activities' | 'rows'): boolean {
    // Runs that invoke each other share one budget, or each level would multiply it.
    if (this.#lineage !== undefined) return this.#lineage.spend(limit);
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

  detach(work: Promise<unknown>): void {
    this.#detached.push(work.catch(() => undefined));
  }

  /** Waits for what nothing else waits for. */
  async rest(): Promise<void> {
    for (let done = 0; done < this.#detached.length; done += 1) await this.#detached[done];
  }

  /** How the run ends; `stopped` by the person, or by the run that invoked it. */
  status(stopped: boolean): RunStatus {
    if (this.error !== undefined) return 'failed';
    return stopped ? 'cancelled' : this.#worst;
  }

  finish(status: RunStatus): void {
    const durationMs = this.#ports.clock.now() - this.startedAt;
    this.emit({ type: 'runFinished', status, durationMs, ...(this.error === undefined ? {} : { error: this.error }) });
    this.queue.close();
  }
}
