import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { rowOrders, type Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform, type Performance } from '../../scenarios/perform.ts';

const key = (index: number): string => `a${index}`;

const activity = fc.oneof(
  fc
    .record({
      type: fc.constant('test.rows'),
      values: fc.integer({ min: 0, max: 3 }),
      end: fc.constantFrom('', 'warn', 'fail'),
      flatten: fc.boolean(),
      disabled: fc.boolean(),
    })
    .map(({ values, end, flatten, disabled }) => ({
      type: 'test.rows',
      disabled,
      properties: { values: ['x', 'y', 'z'].slice(0, values).join(','), ...(end === '' ? {} : { [end]: 'for a test' }) },
      ...(flatten ? { flatten: { by: 'csv' } } : {}),
    })),
  fc
    .record({ seconds: fc.integer({ min: 0, max: 3 }) })
    .map(({ seconds }) => ({ type: 'test.wait', properties: { seconds: String(seconds), text: `{{${key(0)}.Value}}` } })),
);

const condition = fc.constantFrom(
  [],
  [{ status: ['success', 'warning', 'failed'] }],
  [{ status: ['failed'] }],
  [{ field: 'Number', operator: 'isGreaterThan', value: '1' }],
);

/** Runbooks of up to seven activities: each but the first is linked from one or two earlier ones. */
const book: fc.Arbitrary<Runbook> = fc
  .array(fc.record({ activity, from: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), include: condition, delaySeconds: fc.constantFrom(0, 0, 0, 2) }), {
    minLength: 1,
    maxLength: 7,
  })
  .chain((parts) => fc.constantFrom(...rowOrders).map((order) => ({ parts, order })))
  .map(({ parts, order }) => {
    const activities = Object.fromEntries(parts.map((part, index) => [key(index), { name: `Activity ${index}`, ...part.activity }]));
    const links = parts
      .slice(1)
      .flatMap(({ from, include, delaySeconds }, index) =>
        [...new Set(from.map((source) => source % (index + 1)))].map((source) => ({ from: key(source), to: key(index + 1), include, delaySeconds })),
      );
    return runbook({ order, activities, links });
  });

/** Random runbooks multiply rows; the limit keeps a sample small, and is one more thing that must end well. */
const limits = { activities: 300 };
const events = async (given: Performance): Promise<readonly RunEvent[]> => (await perform({ limits, ...given })).events;

function open(all: readonly RunEvent[]): string[] {
  const queued = all.flatMap((event) => (event.type === 'activityQueued' ? [event.execution] : []));
  const ended = all.flatMap((event) => (event.type === 'activityFinished' ? [event.execution] : []));
  expect(new Set(ended).size).toBe(ended.length);
  return queued.filter((execution) => !ended.includes(execution));
}

describe('whatever is drawn', () => {
  test('a run ends, numbers its events without gaps, and leaves nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const all = await events({ runbook: drawn });
        expect(all.map((event) => event.seq)).toEqual(all.map((_, index) => index + 1));
        expect([all[0]?.type, all.at(-1)?.type]).toEqual(['runStarted', 'runFinished']);
        expect(open(all)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('the same runbook gives the same events again', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        expect(await events({ runbook: drawn })).toEqual(await events({ runbook: drawn }));
      }),
      { numRuns: 40 },
    );
  });

  test('no row is lost or doubled: each one that a link lets pass is worked on once', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const all = await events({ runbook: drawn, limits: { activities: 100_000 } });
        const passed = all.flatMap((event) => (event.type === 'linkEvaluated' && event.followed ? [`${event.execution} ${event.to}`] : []));
        const worked = all.flatMap((event) => (event.type === 'activityQueued' && event.from !== undefined ? [`${event.from} ${event.activity}`] : []));
        expect(worked.toSorted()).toEqual(passed.toSorted());
      }),
      { numRuns: 40 },
    );
  });

  test('both orders do the same work', async () => {
    const work = async (drawn: Runbook): Promise<string[]> => {
      const all = await events({ runbook: drawn, limits: { activities: 100_000 } });
      return all.flatMap((event) => (event.type === 'activityFinished' ? [`${event.activity} ${event.outcome} ${event.rows}`] : [])).toSorted();
    };
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        expect(await work({ ...drawn, order: 'item by item' })).toEqual(await work({ ...drawn, order: 'activity by activity' }));
      }),
      { numRuns: 40 },
    );
  });

  test('stopping it anywhere ends it with nothing left open and nobody asleep', async () => {
    await fc.assert(
      fc.asyncProperty(book, fc.integer({ min: 1, max: 40 }), async (drawn, stopAfter) => {
        const { events: stopped, sleeping } = await perform({ runbook: drawn, limits, stopAfter });
        expect(stopped.at(-1)).toMatchObject({ type: 'runFinished' });
        expect(open(stopped)).toEqual([]);
        expect(sleeping).toBe(0);
        const view = stopped.reduce(foldRunEvent, emptyRunView);
        expect(view.executions.values.toArray().filter((execution) => ['queued', 'running', 'paused'].includes(execution.state))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
