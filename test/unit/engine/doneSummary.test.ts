import { expect, test } from 'vitest';
import { doneByActivity, doneText } from '../../../shared/engine/doneSummary.ts';
import type { Outcome, Risk, RunEvent, RunEventBody, Stored } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';

interface Ended {
  readonly activity: string;
  readonly outcome: Outcome;
  readonly requested?: boolean;
  readonly stored?: Stored;
}

function told(effects: Readonly<Record<string, Risk>>, ended: readonly Ended[]): string {
  const bodies: RunEventBody[] = [{ type: 'runStarted', runbook: 'R', order: 'item by item', startedBy: 'test', input: {}, effects: { ...effects } }];
  for (const [index, { activity, outcome, requested, stored }] of ended.entries()) {
    const place = { execution: `e${index}`, activity, item: 1, items: 1 };
    bodies.push({ type: 'activityQueued', ...place });
    if (requested === true) bodies.push({ type: 'exchangeRequest', execution: place.execution, activity, trace: 't' });
    bodies.push({ type: 'activityFinished', ...place, outcome, durationMs: 1, rows: 0, common: {}, ...(stored === undefined ? {} : { stored }) });
  }
  const events = bodies.map((body, index): RunEvent => ({ seq: index + 1, at: '2026-11-23T10:00:00.000Z', run: 'r', ...body }));
  return doneText(events.reduce(foldRunEvent, emptyRunView));
}

const times = (count: number, one: Ended): Ended[] => Array.from({ length: count }, () => one);

test('counts what was done and what was left, by what it does to the mailbox', () => {
  const mails = [...times(5, { activity: 'reply', outcome: 'success' }), ...times(6, { activity: 'reply', outcome: 'skipped' }), { activity: 'reply', outcome: 'failed' as const }];
  expect(told({ reply: 'sends', move: 'changes' }, [...mails, ...times(1, { activity: 'move', outcome: 'warning' }), { activity: 'find', outcome: 'success' }])).toBe(
    '5 mails were sent; 7 were not. 1 item was changed.',
  );
});

test('says that a request which was stopped on its way may have been carried out', () => {
  expect(told({ remove: 'deletes' }, [{ activity: 'remove', outcome: 'success' }, { activity: 'remove', outcome: 'cancelled', requested: true }, { activity: 'remove', outcome: 'cancelled' }])).toBe(
    '1 item was deleted; 1 was not; 1 may have been deleted.',
  );
});

test('says that nothing was done, and counts no result that was at hand', () => {
  expect(told({ reply: 'sends' }, times(2, { activity: 'reply', outcome: 'skipped' }))).toBe('No mail was sent.');
  expect(told({ reply: 'sends' }, times(2, { activity: 'reply', outcome: 'success', stored: 'pin' }))).toBe('');
  expect(told({}, times(2, { activity: 'find', outcome: 'success' }))).toBe('');
});

test('counts what invoked runs did, and names their runbook', () => {
  const place = { execution: 'e', activity: 'call', item: 1, items: 1 };
  const inner: RunEventBody[] = [
    { type: 'runStarted', runbook: 'Answer', order: 'item by item', startedBy: 'test', input: {}, names: { send: 'Send' }, effects: { send: 'sends' } },
    { type: 'activityFinished', execution: 'i', activity: 'send', item: 1, items: 1, outcome: 'success', durationMs: 1, rows: 0, common: {} },
  ];
  const stamp = { seq: 1, at: '2026-11-23T10:00:00.000Z' };
  const child = inner.map((body): RunEventBody => ({ type: 'childEvent', execution: 'e', activity: 'call', event: { ...stamp, run: 'child', ...body } }));
  const view = [{ type: 'activityQueued' as const, ...place }, ...child].map((body): RunEvent => ({ ...stamp, run: 'r', ...body })).reduce(foldRunEvent, emptyRunView);
  expect(doneText(view)).toBe('1 mail was sent.');
  expect(doneByActivity(view)).toEqual([{ key: 'Answer › Send', name: 'Answer › Send', text: '1 mail was sent.' }]);
});
