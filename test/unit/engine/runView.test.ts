import { beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { commonOf } from '../../../shared/engine/commonOf.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import { mailRunbook, runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';

const items = [
  { id: '1', subject: '[HD] A' },
  { id: '2', subject: '[HD] B' },
];

const fold = (events: readonly RunEvent[]): RunView => events.reduce(foldRunEvent, emptyRunView);
const texts = (view: RunView): string[] => view.log.toArray().map((line) => line.text);

describe('the view of a finished run', () => {
  let view: RunView;
  beforeAll(async () => {
    view = fold((await perform({ runbook: mailRunbook, mailbox: { items, missing: ['2'] } })).events);
  });

  test('says how it ended and for each activity what it did', () => {
    expect([view.status, view.runbook, view.paused]).toEqual(['failed', 'Answer mail', []]);
    const { find, reply, move } = view.activities;
    expect([find?.state, find?.rows, find?.finished]).toEqual(['success', 2, 1]);
    expect([reply?.state, reply?.finished, reply?.failed, reply?.rows]).toEqual(['failed', 2, 1, 1]);
    expect([move?.state, move?.finished]).toEqual(['success', 1]);
  });

  test('keeps each execution with its inputs, rows, requests and error', () => {
    const [first, second] = (view.activities['reply']?.executions.toArray() ?? []).map((id) => view.executions.get(id));
    expect(first).toMatchObject({ item: 1, items: 2, state: 'success', rowCount: 1, connection: 'Send', traces: ['trace of reply 1: Received: [HD] A'] });
    expect(first?.inputs.find((input) => input.key === 'bodyPrefix')).toEqual({
      key: 'bodyPrefix',
      label: 'Body Prefix',
      design: 'Received: {{find.Subject}}',
      value: 'Received: [HD] A',
    });
    expect(first?.rows.at(0)?.['ID']).toBe('1');
    expect(second).toMatchObject({ item: 2, state: 'failed', rowCount: 0, error: { code: 'exchange.other', where: { activity: 'reply', item: 2 } } });
    expect(second === undefined ? undefined : commonOf(view, second)?.['Error summary text']).toContain('ErrorItemNotFound');
    expect(view.executions.get(first?.from ?? '')?.activity).toBe('find');
  });

  test('counts what each link followed and why not', () => {
    expect(view.links['find>reply']).toMatchObject({ followed: 2, stopped: 0, lastReason: 'status is success' });
    expect(view.links['reply>move']).toMatchObject({ followed: 1, stopped: 1 });
    expect(view.links['reply>move']?.reasons).toContainEqual({ reason: 'status was failed, expected success', followed: false, count: 1 });
  });

  test('has a log that reads as sentences', () => {
    expect(texts(view)).toEqual([
      'Run of Answer mail started',
      'Started',
      'Finished: success, 1 row',
      'Link to Find mail: followed, status is success',
      'Started',
      'Finished: success, 2 rows',
      'Link to Reply: followed, status is success',
      'Link to Reply: followed, status is success',
      'Started, row 1 of 2',
      'Finished: success, 1 row',
      'Link to Move: followed, status is success',
      'Started, row 2 of 2',
      'Failed: Exchange answered ErrorItemNotFound: The specified object was not found in the store.',
      'Link to Move: not followed, status was failed, expected success',
      'Started',
      'Finished: success, 1 row',
      'Run finished: failed after 0 ms',
    ]);
    expect(
      view.log
        .toArray()
        .filter((line) => line.level === 'error')
        .map((line) => line.activity),
    ).toEqual(['reply', undefined]);
  });
});

test('while an execution waits at the gate the run is paused, and shows what it waits with', async () => {
  const { events } = await perform({
    runbook: mailRunbook,
    mailbox: { items },
    mode: 'step',
    commands: [
      { after: 'paused start', do: 'step' },
      { after: 'paused find', do: 'stop' },
    ],
  });
  const at = events.findLastIndex((event) => event.type === 'paused');
  const paused = fold(events.slice(0, at + 1));
  const waiting = paused.executions.get(paused.pausedAt ?? '');
  expect([paused.status, waiting?.activity, waiting?.state]).toEqual(['paused', 'find', 'paused']);
  expect(waiting?.inputs.find((input) => input.key === 'filters.0')?.value).toBe('[HD]');
  const stopped = fold(events);
  expect([stopped.status, stopped.pausedAt, stopped.activities['find']?.state]).toEqual(['cancelled', undefined, 'skipped']);
});

test('parts that an event does not touch stay the same objects', async () => {
  const { events } = await perform({ runbook: mailRunbook, mailbox: { items } });
  let view = emptyRunView;
  const copied: string[] = [];
  for (const event of events) {
    const next = foldRunEvent(view, event);
    const touched = new Set([...('execution' in event ? [event.execution] : []), ...('activity' in event ? [event.activity] : [])]);
    const executions = view.executions.values.toArray().filter(({ execution }) => !touched.has(execution));
    copied.push(...executions.filter((execution) => next.executions.get(execution.execution) !== execution).map(({ execution }) => execution));
    const others = Object.entries(view.activities).filter(([key]) => !touched.has(key));
    copied.push(...others.filter(([key, activity]) => next.activities[key] !== activity).map(([key]) => key));
    view = next;
  }
  expect(copied).toEqual([]);
});

test('folding an older view again gives the same, though newer ones were made from it', async () => {
  const { events } = await perform({ runbook: mailRunbook, mailbox: { items } });
  const half = fold(events.slice(0, 12));
  const once = events.slice(12).reduce(foldRunEvent, half);
  const twice = events.slice(12).reduce(foldRunEvent, half);
  expect(twice.executions.values.toArray()).toEqual(once.executions.values.toArray());
  expect(half.executions.values.toArray()).toEqual(fold(events.slice(0, 12)).executions.values.toArray());
});

test('reasons with many different values do not grow without end', async () => {
  const values = Array.from({ length: 80 }, (_, index) => `value${index}`).join(',');
  const many = runbook({
    activities: { rows: { type: 'test.rows', name: 'Rows', properties: { values } }, next: { type: 'test.wait', name: 'Next' } },
    links: [{ from: 'rows', to: 'next', include: [{ field: 'Value', operator: 'equals', value: 'none' }] }],
  });
  const view = fold((await perform({ runbook: many })).events);
  const link = view.links['rows>next'];
  expect([link?.stopped, link?.reasons.length, link?.otherReasons]).toEqual([80, 50, 30]);
});

test('a reached limit and a defect are shown with their words', async () => {
  const view = fold((await perform({ runbook: mailRunbook, mailbox: { items }, limits: { activities: 2 } })).events);
  expect(view.limit).toEqual({ limit: 'activities', maximum: 2 });
  expect(view.error?.code).toBe('runbook.limitReached');
  expect(texts(view)).toContain('Stopped at the limit of 2 activity executions');
});
