import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import { isProblem, isStep, Replay } from '../../../shared/history/replay.ts';
import { recordedEvents } from '../../fixtures/recordedRuns.ts';

/** A run of 1,600 events in which one activity publishes a row in each of its 400 executions. */
function longRun(): RunEvent[] {
  const bodies = Array.from({ length: 400 }, (_, index) => {
    const execution = { execution: `e${index}`, activity: 'reply', item: index + 1, items: 400 };
    return [
      { type: 'activityQueued', ...execution },
      { type: 'activityStarted', ...execution },
      { type: 'activityPublished', ...execution, row: 1, values: { Number: String(index) } },
      { type: 'activityFinished', ...execution, outcome: 'success', durationMs: 1, rows: 1, common: {} },
    ] as const;
  }).flat();
  return bodies.map((body, index): RunEvent => ({ ...body, seq: index + 1, at: new Date(Date.UTC(2026, 10, 23) + index * 10).toISOString(), run: 'r' }));
}

const events = longRun();
/** What a person sees of a view, without the machinery of its lists. */
const told = (view: RunView): unknown => ({
  log: view.log.toArray(),
  executions: view.executions.values.toArray().map(({ execution, state, rowCount, rows }) => ({ execution, state, rowCount, rows: rows.toArray() })),
  counts: view.activities.reply?.counts,
});

test('going anywhere in any order shows what folding from the start shows', () => {
  const replay = new Replay();
  replay.append(events);
  const folded = [emptyRunView];
  for (const event of events) folded.push(foldRunEvent(folded.at(-1) ?? emptyRunView, event));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: events.length }), { maxLength: 4 }), (positions) => {
      for (const position of positions) expect(JSON.stringify(told(replay.viewAt(position)))).toBe(JSON.stringify(told(folded[position] ?? emptyRunView)));
    }),
    { numRuns: 15 },
  );
});

test('going somewhere folds fewer events than lie between two checkpoints', () => {
  const replay = new Replay();
  replay.append(events);
  let folded = 0;
  const counted = events.map((event) => new Proxy(event, { get: (target, name, receiver): unknown => ((folded += name === 'type' ? 1 : 0), Reflect.get(target, name, receiver)) }));
  const watched = new Replay();
  watched.append(counted);
  const perEvent = folded / events.length;
  folded = 0;
  watched.viewAt(1499);
  watched.viewAt(700);
  expect(folded / perEvent).toBeLessThanOrEqual(1000);
  expect(folded).toBeGreaterThan(0);
});

test('events that arrive later do not change what was shown', () => {
  const replay = new Replay();
  replay.append(events.slice(0, 700));
  const before = told(replay.viewAt(650));
  replay.append(events.slice(700));
  expect(told(replay.viewAt(650))).toEqual(before);
  expect(replay.viewAt(650)).toBe(replay.viewAt(650));
  expect(replay.length).toBe(1600);
});

test('times and positions lead to each other', () => {
  const replay = new Replay();
  replay.append(events);
  expect(replay.durationMs).toBe(15_990);
  expect([replay.positionAt(-1), replay.positionAt(0), replay.positionAt(25), replay.positionAt(99_999)]).toEqual([0, 1, 3, 1600]);
  expect([replay.timeAt(0), replay.timeAt(1), replay.timeAt(3)]).toEqual([0, 0, 20]);
});

test('a clock that was set back does not send the replay back', () => {
  const replay = new Replay();
  replay.append(['10:00:00', '10:00:05', '10:00:02', '10:00:07'].map((time, index): RunEvent => ({ type: 'message', level: 'information', text: time, seq: index + 1, at: `2026-11-23T${time}.000Z`, run: 'r' })));
  expect([1, 2, 3, 4].map((position) => replay.timeAt(position))).toEqual([0, 5000, 5000, 7000]);
});

test('steps and problems are found in both directions', () => {
  const replay = new Replay();
  const failed = recordedEvents('failed');
  replay.append(failed);
  const problem = replay.next(0, 1, isProblem);
  expect(replay.event(problem ?? 0)).toMatchObject({ type: 'activityFinished', outcome: 'failed' });
  expect(replay.next(replay.length, -1, isProblem)).toBe(problem);
  expect(replay.next(problem ?? 0, 1, isProblem)).toBeUndefined();
  expect(replay.event(replay.next(0, 1, isStep) ?? 0)).toMatchObject({ type: 'activityStarted', activity: 'find' });
});
