import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { followRun } from '../../../renderer/commands/followRun.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is spoken from now on, with the second in which it is. */
function listening({ app }: Stores): readonly string[] {
  const spoken: string[] = [];
  const begun = Date.now();
  app.subscribe((state, before) => {
    const said = state.polite.id === before.polite.id ? (state.urgent.id === before.urgent.id ? undefined : `! ${state.urgent.text}`) : state.polite.text;
    if (said !== undefined) spoken.push(`${(Date.now() - begun) / 1000} ${said}`);
  });
  return spoken;
}

test('at most one sentence a second is spoken, and the last one of a second is', () => {
  const stores = createStores(createFakeClient());
  const spoken = listening(stores);
  const { announce } = stores.app.getState();
  announce('one');
  announce('two');
  announce('three');
  vi.advanceTimersByTime(1000);
  announce('four');
  vi.advanceTimersByTime(5000);
  announce('five');
  expect(spoken).toEqual(['0 one', '1 three', '2 four', '6 five']);
});

test('what is urgent is not lost to what is not', () => {
  const stores = createStores(createFakeClient());
  const spoken = listening(stores);
  const { announce } = stores.app.getState();
  announce('one');
  announce('Failed', true);
  announce('two');
  vi.advanceTimersByTime(3000);
  expect(spoken).toEqual(['0 one', '1 ! Failed']);
});

test('a run that is over within a second is told by its beginning and its end', () => {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const stores = createStores(createFakeClient({ runs: { start: stream.open } }));
  const spoken = listening(stores);
  followRun(stores, 'triage');
  stores.runs.getState().start({ key: 'triage', document: Runbook.parse({ name: 'Triage' }), mode: 'run', breakpoints: [], input: {} }, []);
  stream.emit(...scriptedEvents());
  vi.advanceTimersByTime(5000);
  expect(spoken).toEqual(['0 Find finished: success', '1 Finished after 1.2 s: 3 activity runs, all successful. 2 mails were sent.']);
});

test.each([
  ['cancelled', '1 ! Stopped after 1.2 s. 1 mail was sent.'],
  ['failed', '1 ! Failed after 1.2 s'],
] as const)('a run that is %s interrupts what is being spoken', (status, told) => {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const stores = createStores(createFakeClient({ runs: { start: stream.open } }));
  const spoken = listening(stores);
  followRun(stores, 'triage');
  stores.runs.getState().start({ key: 'triage', document: Runbook.parse({ name: 'Triage' }), mode: 'run', breakpoints: [], input: {} }, []);
  const events = scriptedEvents();
  const half = events.findIndex(({ type, ...event }) => type === 'activityFinished' && 'activity' in event && event.activity === 'reply');
  const last = events.at(-1);
  if (last?.type !== 'runFinished') throw new Error('the run has an end');
  stream.emit(...events.slice(0, half + 1), { ...last, status });
  vi.advanceTimersByTime(5000);
  expect(spoken).toEqual(['0 Find finished: success', told]);
});
