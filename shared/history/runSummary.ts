import { z } from 'zod';
import { RunStatus, StartedBy, type RunEvent } from '../engine/events.ts';
import { RunConnection, RunWorkspace, type RunHeader } from './runHeader.ts';

/** How a run in the history stands: as it ended, still going on, or ended by a crash or a power cut before it could say how. */
export const RunResult = z.enum([...RunStatus.options, 'running', 'interrupted']);
export type RunResult = z.infer<typeof RunResult>;

/** A run as the list of the history shows it. */
export const RunSummary = z.object({
  run: z.string(),
  key: z.string(),
  runbook: z.string(),
  workspace: RunWorkspace,
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  startedBy: StartedBy,
  connections: z.array(RunConnection),
  result: RunResult,
  durationMs: z.number().optional(),
  /** The first activity that failed without a link that took care of it: its key and its name. */
  failed: z.object({ key: z.string(), name: z.string() }).optional(),
  /** The most rows that one activity published: what the run worked on. */
  items: z.number(),
  /** Activity executions that ended. */
  executions: z.number(),
  /** Different sentences of what went wrong, first ones first. */
  errors: z.array(z.string()),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** Different errors that a summary keeps; more are seldom searched for, and a run can have thousands. */
const mostErrors = 20;

/** Collects the summary of a run from its events, holding none of them. */
export class SummaryFold {
  readonly #header: RunHeader;
  readonly #rows = new Map<string, number>();
  readonly #errors = new Set<string>();
  #executions = 0;
  /** Activities by execution, of those that failed and that no link has taken on. */
  readonly #failures = new Map<string, string>();
  #end: Extract<RunEvent, { type: 'runFinished' }> | undefined;
  #last: string;

  constructor(header: RunHeader) {
    this.#header = header;
    this.#last = header.at;
  }

  add(event: RunEvent): void {
    this.#last = event.at;
    if (event.type === 'activityFinished') this.#finished(event);
    else if (event.type === 'linkEvaluated' && event.followed) this.#failures.delete(event.execution);
    else if (event.type === 'message' && event.level === 'error') this.#say(event.text);
    else if (event.type === 'runFinished') {
      this.#end = event;
      if (event.error !== undefined) this.#say(event.error.what);
    }
  }

  /** Whether the run has said how it ended. */
  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** The summary so far. A run without an end is `open`: it goes on, or it was interrupted. */
  summary(open: 'running' | 'interrupted'): RunSummary {
    const { run, key, workspace, document, at, startedBy, connections } = this.#header;
    const [failed] = this.#failures.values();
    const took = this.#end?.durationMs ?? (open === 'interrupted' ? Date.parse(this.#last) - Date.parse(at) : undefined);
    return {
      run,
      key,
      runbook: document.name,
      workspace,
      startedAt: at,
      startedBy,
      connections,
      result: this.#end?.status ?? open,
      ...(took === undefined ? {} : { durationMs: Math.max(0, took) }),
      ...(failed === undefined ? {} : { failed: { key: failed, name: document.activities[failed]?.name ?? failed } }),
      items: Math.max(0, ...this.#rows.values()),
      executions: this.#executions,
      errors: [...this.#errors],
    };
  }

  #finished({ execution, activity, outcome, rows, error, reason }: Extract<RunEvent, { type: 'activityFinished' }>): void {
    this.#executions += 1;
    this.#rows.set(activity, (this.#rows.get(activity) ?? 0) + rows);
    if (outcome !== 'failed') return;
    this.#failures.set(execution, activity);
    this.#say(error?.what ?? reason);
  }

  #say(text: string | undefined): void {
    if (text !== undefined && this.#errors.size < mostErrors) this.#errors.add(text);
  }
}
