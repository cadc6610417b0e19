import { expect, test } from 'vitest';
import { isRunEvent } from '../../../shared/history/historyEvents.ts';
import { SummaryFold } from '../../../shared/history/runSummary.ts';
import { connectionsText, resultSentence } from '../../../shared/history/summaryText.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { recordedError, recordedEvents, recordedHeader } from '../../fixtures/recordedRuns.ts';

function summaryOf(events: readonly RunEvent[], open: 'running' | 'interrupted' = 'interrupted') {
  const fold = new SummaryFold(recordedHeader());
  for (const event of events) fold.add(event);
  return fold.summary(open);
}

test('a failed run names its activity, its error and how far it came', () => {
  const summary = summaryOf(recordedEvents('failed'));
  expect(summary).toMatchObject({ result: 'failed', failed: { key: 'reply', name: 'Reply' }, items: 2, executions: 3, durationMs: 1500, errors: [recordedError.what] });
  expect(resultSentence(summary)).toBe(`Failed in Reply: ${recordedError.what}`);
});

test('a failure that a link took care of is none of the run, though its error can be found', () => {
  const events = recordedEvents('failed');
  const end = events.findIndex((event) => event.type === 'activityFinished' && event.outcome === 'failed');
  const finished = events[end];
  const execution = finished?.type === 'activityFinished' ? finished.execution : expect.fail();
  const followed: RunEvent = { type: 'linkEvaluated', from: 'reply', to: 'tell', execution, row: 1, followed: true, reason: 'status is failed', seq: 99, at: '2026-11-23T10:00:02.000Z', run: 'run-1' };
  const summary = summaryOf([...events.slice(0, end + 1), followed, { type: 'runFinished', status: 'success', durationMs: 5, seq: 100, at: '2026-11-23T10:00:02.000Z', run: 'run-1' }]);
  expect(summary).toMatchObject({ result: 'success', errors: [recordedError.what] });
  expect(summary).not.toHaveProperty('failed');
});

test('a run without an end was interrupted, or goes on', () => {
  const events = recordedEvents('success').slice(0, 8);
  expect(summaryOf(events)).toMatchObject({ result: 'interrupted', durationMs: 700 });
  expect(summaryOf(events, 'running')).toMatchObject({ result: 'running' });
  expect(summaryOf(events, 'running')).not.toHaveProperty('durationMs');
  expect(resultSentence(summaryOf(events))).toMatch(/^Interrupted after 700 ms/);
});

test('an end outweighs what the caller expects', () => {
  expect(summaryOf(recordedEvents('success'), 'running')).toMatchObject({ result: 'success', errors: [] });
});

test('an error is kept once, and no more than twenty are', () => {
  const messages = Array.from({ length: 30 }, (_, index): RunEvent => ({ type: 'message', level: 'error', text: `Problem ${index}`, seq: index, at: '2026-11-23T10:00:00.000Z', run: 'run-1' }));
  expect(summaryOf([...messages, ...messages]).errors).toHaveLength(20);
});

test('connections are told with what they are', () => {
  expect(connectionsText([{ name: 'contoso', demo: false }, { name: 'Demo', demo: true }])).toBe('contoso (real), Demo (demo)');
  expect(connectionsText([])).toBe('');
});

test('a line is an event when this version knows its type', () => {
  const [event] = recordedEvents('success');
  expect(isRunEvent(event)).toBe(true);
  expect(isRunEvent({ ...event, type: 'ofALaterVersion' })).toBe(false);
  expect(isRunEvent({ ...event, seq: '1' })).toBe(false);
  expect(isRunEvent(undefined)).toBe(false);
  expect(isRunEvent({ ...event, type: 'childEvent', execution: 'e1', activity: 'find', event })).toBe(true);
});
