import { describe, expect, it } from 'vitest';
import { dayOf, daysOf, filteredRuns, noFilter, type HistoryFilter } from '../../../renderer/stores/historyFilter.ts';
import { dayText, runTitle, watchText, whenText } from '../../../renderer/stores/historyWords.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { recordedSummary } from '../../fixtures/recordedRuns.ts';

// Local times, as a person reads them, whatever zone the tests run in.
const now = new Date(2026, 10, 23, 15, 0, 0).getTime();
const at = (day: number, hour = 10): string => new Date(2026, 10, day, hour, 0, 0).toISOString();
const runs: readonly RunSummary[] = [
  recordedSummary({ run: 'a', startedAt: at(23), result: 'success' }),
  recordedSummary({ run: 'b', startedAt: at(22, 23), result: 'failed', runbook: 'Archive', errors: ['mail.contoso.com cannot be found by DNS.'], failed: { key: 'find', name: 'Find' } }),
  recordedSummary({ run: 'c', startedAt: at(17, 0), result: 'warning' }),
  recordedSummary({ run: 'd', startedAt: at(10), result: 'interrupted' }),
  recordedSummary({ run: 'e', startedAt: at(9, 23), result: 'cancelled', connections: [{ key: 'x', name: 'Fabrikam', demo: false }] }),
];
const shown = (filter: Partial<HistoryFilter>): string => filteredRuns(runs, { ...noFilter, ...filter }, now).map(({ run }) => run).join('');

describe('the filter of the history', () => {
  it.each<[string, Partial<HistoryFilter>, string]>([
    ['everything', {}, 'abcde'],
    ['a result', { result: 'failed' }, 'b'],
    ['whatever went wrong', { result: 'problems' }, 'bcd'],
    ['a runbook', { runbook: 'Archive' }, 'b'],
    ['text of an error', { text: 'found by dns' }, 'b'],
    ['a failed activity', { text: ' FIND ' }, 'b'],
    ['a connection', { text: 'fabrikam' }, 'e'],
    ['today', { period: 'today' }, 'a'],
    ['seven days, today included', { period: 'week' }, 'abc'],
    ['fourteen days, today included', { period: 'twoWeeks' }, 'abcd'],
    ['one day', { period: { day: '2026-11-22' } }, 'b'],
    ['several at once', { period: 'week', result: 'success', text: 'triage' }, 'a'],
  ])('lets %s pass', (_what, filter, expected) => {
    expect(shown(filter)).toBe(expected);
  });
});

describe('the strip of days', () => {
  it('counts the runs of each of the last fourteen days by how they ended', () => {
    const days = daysOf(runs, now);
    expect(days).toHaveLength(14);
    expect(days.at(0)).toEqual({ day: '2026-11-10', good: 0, warned: 0, failed: 1, other: 0 });
    expect(days.at(-1)).toEqual({ day: '2026-11-23', good: 1, warned: 0, failed: 0, other: 0 });
    expect(days.reduce((sum, { good, warned, failed, other }) => sum + good + warned + failed + other, 0)).toBe(4);
  });
});

describe('words for times', () => {
  it('say today and yesterday, and the date of other days', () => {
    expect(whenText(at(23), now)).toBe('Today 10:00:00');
    expect(whenText(at(22, 23), now)).toBe('Yesterday 23:00:00');
    expect(whenText(at(10), now)).toBe('10 Nov 2026 10:00:00');
    expect(runTitle({ runbook: 'Triage', startedAt: at(10) })).toBe('Triage 10:00:00');
    expect(dayText('2026-11-23')).toBe('Monday, 23 Nov');
    expect(dayOf(at(9, 23))).toBe('2026-11-09');
    expect([watchText(0), watchText(64_250), watchText(3_600_000)]).toEqual(['0:00.000', '1:04.250', '60:00.000']);
  });
});
