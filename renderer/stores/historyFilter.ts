import type { RunResult, RunSummary } from '../../shared/history/runSummary.ts';

/** How far back the list goes. */
export type HistoryPeriod = 'all' | 'today' | 'week' | 'twoWeeks' | { readonly day: string };

/** Which runs the list shows. */
export interface HistoryFilter {
  /** Part of a runbook's name, an error or a connection. */
  readonly text: string;
  readonly result: RunResult | 'all' | 'problems';
  /** A name, or `all`. */
  readonly runbook: string;
  readonly period: HistoryPeriod;
}

/** The filter that shows everything. */
export const noFilter: HistoryFilter = { text: '', result: 'all', runbook: 'all', period: 'all' };

const daysBack = { today: 0, week: 6, twoWeeks: 13 } as const;

/** The local day of a time, as `2026-11-23`. */
export function dayOf(time: number | string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The day so many days before a time. */
export function dayBefore(now: number, days: number): string {
  const date = new Date(now);
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime());
}

const problems: readonly RunResult[] = ['failed', 'warning', 'interrupted'];

function fitsPeriod(startedAt: string, period: HistoryPeriod, now: number): boolean {
  if (period === 'all') return true;
  if (typeof period === 'object') return dayOf(startedAt) === period.day;
  return dayOf(startedAt) >= dayBefore(now, daysBack[period]);
}

/** The runs that a filter lets pass. */
export function filteredRuns(runs: readonly RunSummary[], { text, result, runbook, period }: HistoryFilter, now: number): RunSummary[] {
  const wanted = text.trim().toLowerCase();
  return runs.filter((run) => {
    if (result !== 'all' && (result === 'problems' ? !problems.includes(run.result) : run.result !== result)) return false;
    if (runbook !== 'all' && run.runbook !== runbook) return false;
    if (!fitsPeriod(run.startedAt, period, now)) return false;
    if (wanted === '') return true;
    const words = [run.runbook, run.failed?.name ?? '', ...run.errors, ...run.connections.map(({ name }) => name)];
    return words.some((word) => word.toLowerCase().includes(wanted));
  });
}

/** One day of the strip: how many runs ended how. */
export interface HistoryDay {
  readonly day: string;
  readonly good: number;
  readonly warned: number;
  readonly failed: number;
  readonly other: number;
}

/** The last so many days, oldest first, with how many runs ended how on each. */
export function daysOf(runs: readonly RunSummary[], now: number, count = 14): HistoryDay[] {
  const days = new Map(Array.from({ length: count }, (_, index) => [dayBefore(now, count - 1 - index), { good: 0, warned: 0, failed: 0, other: 0 }]));
  for (const { startedAt, result } of runs) {
    const day = days.get(dayOf(startedAt));
    if (day === undefined) continue;
    if (result === 'success') day.good += 1;
    else if (result === 'warning') day.warned += 1;
    else if (result === 'failed' || result === 'interrupted') day.failed += 1;
    else day.other += 1;
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}
