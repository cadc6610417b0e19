import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { rowOrders, type Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform, type Performance } from '../../scenarios/perform.ts';

const key = (index: number): string => `a${index}`;

/** Loops that end by themselves: after an attempt, or at their limit. */
const loop = fc.option(
  fc.record({ attempts: fc.integer({ min: 1, max: 3 }), delaySeconds: fc.constantFrom(0, 1), maximumAttempts: fc.integer({ min: 1, max: 3 }) }).map((one) => ({
    delaySeconds: one.delaySeconds,
    maximumAttempts: one.maximumAttempts,
    exit: [{ field: 'Loop: Number of attempts', operator: 'isGreaterThanOrEqualTo', value: String(one.attempts) }],
  })),
  { nil: undefined, freq: 2 },
);
const looped = (one: { readonly loop: object | undefined }): object => (one.loop === undefined ? {} : { loop: one.loop });

const activity = fc.oneof(
  fc
    .record({
      type: fc.constant('test.rows'),
      loop,
      values: fc.integer({ min: 0, max: 3 }),
      end: fc.constantFrom('', 'warn', 'fail'),
      flatten: fc.boolean(),
      disabled: fc.boolean(),
    })
    .map(({ values, end, flatten, disabled, ...rest }) => ({
      ...looped(rest),
      type: 'test.rows',
      disabled,
      properties: { values: ['x', 'y', 'z'].slice(0, values).join(','), ...(end === '' ? {} : { [end]: 'for a test' }) },
      ...(flatten ? { flatten: { by: 'csv' } } : {}),
    })),
  fc
    .record({ seconds: fc.integer({ min: 0, max: 3 }), loop, text: fc.constantFrom(`{{${key(0)}.Value}}`, `{{${key(1)}.Value}} {{${key(0)}.Activity status}}`, `{{${key(2)}.Number}}{{${key(0)}.Gone}}`) })
    .map(({ seconds, text, ...rest }) => ({ ...looped(rest), type: 'test.wait', properties: { seconds: String(seconds), text } })),
);
/** A junction that lets the data of some earlier activity through, or of none; and runbooks invoked with and without waiting. */
const controls = fc.oneof(
  fc.constantFrom('', key(0), key(1)).map((from) => ({ type: 'control.junction', properties: { returnDataFrom: from } })),
  fc
    .record({ runbook: fc.constantFrom('one', 'two', 'gone'), wait: fc.constantFrom('True', 'False'), loop })
    .map(({ runbook: invoked, wait, ...rest }) => ({
      ...looped(rest),
      type: 'control.invokeRunbook',
      properties: { runbook: invoked, waitForCompletion: wait },
    })),
);

const condition = fc.constantFrom(
  [],
  [{ status: ['success', 'warning', 'failed'] }],
  [{ status: ['failed'] }],
  [{ field: 'Number', operator: 'isGreaterThan', value: '1' }],
);

/** Runbooks of up to seven activities: each but the first is linked from one or two earlier ones. */
const bookOf = (drawn: fc.Arbitrary<object>): fc.Arbitrary<Runbook> =>
  fc
    .array(
      fc.record({ activity: drawn, from: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), include: condition, delaySeconds: fc.constantFrom(0, 0, 0, 2) }),
      {
        minLength: 1,
        maxLength: 7,
      },
    )
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

/** A runbook with the runbooks that it can invoke. */
interface Drawn {
  readonly runbook: Runbook;
  readonly runbooks: Readonly<Record<string, Runbook>>;
}
const returning = bookOf(activity).map((one) => ({ ...one, returns: [{ name: 'Word', type: 'String' as const }] }));
const book: fc.Arbitrary<Drawn> = fc
  .record({ main: bookOf(fc.oneof(activity, activity, controls)), one: returning, two: returning, jobs: fc.integer({ min: 1, max: 3 }) })
  .map(({ main, one, two, jobs }) => ({ runbook: main, runbooks: { one, two: { ...two, concurrency: jobs } } }));

/** Random runbooks multiply rows; the limit keeps a sample small, and is one more thing that must end well. */
const limits = { activities: 300 };
const events = async (given: Performance): Promise<readonly RunEvent[]> => (await perform({ limits, ...given })).events;

/** The events of every run that was invoked, however deep, by run. */
function childRuns(all: readonly RunEvent[]): readonly (readonly RunEvent[])[] {
  const runs = new Map<string, RunEvent[]>();
  for (const event of all) if (event.type === 'childEvent') runs.set(event.event.run, [...(runs.get(event.event.run) ?? []), event.event]);
  return [...runs.values()].flatMap((events) => [events, ...childRuns(events)]);
}

/** The events of a run without limits and of those that it invoked. */
async function everything(given: Performance): Promise<readonly RunEvent[]> {
  const all = await events({ ...given, limits: { activities: 100_000 } });
  return [...all, ...childRuns(all).flat()];
}

/** Executions that were queued and have no end; the runs that were invoked have to end, too. */
function open(all: readonly RunEvent[]): string[] {
  for (const child of childRuns(all)) {
    expect([child[0]?.type, child.at(-1)?.type]).toEqual(['runStarted', 'runFinished']);
    expect(child.map((event) => event.seq)).toEqual(child.map((_, index) => index + 1));
    expect(open(child)).toEqual([]);
  }
  const queued = all.flatMap((event) => (event.type === 'activityQueued' ? [event.execution] : []));
  const ended = all.flatMap((event) => (event.type === 'activityFinished' ? [event.execution] : []));
  expect(new Set(ended).size).toBe(ended.length);
  return queued.filter((execution) => !ended.includes(execution));
}

describe('whatever is drawn', { timeout: 60_000 }, () => {
  test('a run ends, numbers its events without gaps, and leaves nothing open', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const all = await events(drawn);
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
        expect(await events(drawn)).toEqual(await events(drawn));
      }),
      { numRuns: 40 },
    );
  });

  test('no row is lost or doubled: each one that a link lets pass is worked on once, and a junction runs once for all of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const all = await events({ ...drawn, limits: { activities: 100_000 } });
        const isJunction = (activity: string): boolean => drawn.runbook.activities[activity]?.type === 'control.junction';
        const passed = all.flatMap((event) =>
          event.type === 'linkEvaluated' && event.followed && !isJunction(event.to) ? [`${event.execution} ${event.to}`] : [],
        );
        const worked = all.flatMap((event) => (event.type === 'activityQueued' && event.from !== undefined ? [`${event.from} ${event.activity}`] : []));
        expect(worked.toSorted()).toEqual(passed.toSorted());
        const reached = new Set(all.flatMap((event) => (event.type === 'linkEvaluated' && event.followed && isJunction(event.to) ? [event.to] : [])));
        const start = all.find((event) => event.type === 'activityQueued')?.activity;
        const joined = all.flatMap((event) =>
          event.type === 'activityQueued' && isJunction(event.activity) && event.activity !== start ? [event.activity] : [],
        );
        expect(joined.toSorted()).toEqual([...reached].toSorted());
      }),
      { numRuns: 40 },
    );
  });

  test('both orders do the same work', async () => {
    const work = async (drawn: Drawn): Promise<string[]> => {
      const all = await events({ ...drawn, limits: { activities: 100_000 } });
      return all.flatMap((event) => (event.type === 'activityFinished' ? [`${event.activity} ${event.outcome} ${event.rows}`] : [])).toSorted();
    };
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const inOrder = (order: Runbook['order']): Drawn => ({ ...drawn, runbook: { ...drawn.runbook, order } });
        expect(await work(inOrder('item by item'))).toEqual(await work(inOrder('activity by activity')));
      }),
      { numRuns: 40 },
    );
  });

  test('what a run does not keep of its rows is missed by no activity', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        expect(await events({ ...drawn, mode: 'run' })).toEqual(await events({ ...drawn, mode: 'runToBreakpoint' }));
      }),
      { numRuns: 60 },
    );
  });

  test('however it is stepped through, in and out of what it invokes, it does the same work', async () => {
    const work = async (given: Performance): Promise<string[]> => (await everything(given)).flatMap((event) => (event.type === 'activityFinished' ? [`${event.activity} ${event.outcome} ${event.rows}`] : [])).toSorted();
    const said = fc.array(fc.constantFrom('step', 'stepInto', 'stepOut', 'nextItem', 'continue'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(book, said, async (drawn, whenHeld) => {
        expect(await work({ ...drawn, mode: 'step', whenHeld })).toEqual(await work(drawn));
      }),
      { numRuns: 60 },
    );
  });

  test('steps hold every execution of the tested runbook and none inside, steps into hold every one at every depth', async () => {
    const ranAndHeld = (all: readonly RunEvent[]): readonly (readonly string[])[] =>
      (['activityStarted', 'paused'] as const).map((type) => all.flatMap((event) => (event.type === type ? [event.execution] : [])).toSorted());
    const always = (word: 'step' | 'stepInto'): Pick<Performance, 'mode' | 'whenHeld'> => ({ mode: 'step', whenHeld: Array.from({ length: 20_000 }, () => word) });
    await fc.assert(
      fc.asyncProperty(book, async (drawn) => {
        const over = await events({ ...drawn, ...always('step'), limits: { activities: 100_000 } });
        const [ran, held] = ranAndHeld(over);
        expect(held).toEqual(ran);
        expect(childRuns(over).flat().filter(({ type }) => type === 'paused')).toEqual([]);
        const [ranInside, heldInside] = ranAndHeld(await everything({ ...drawn, ...always('stepInto') }));
        expect(heldInside).toEqual(ranInside);
      }),
      { numRuns: 40 },
    );
  });

  test('stopping it anywhere ends it with nothing left open and nobody asleep', async () => {
    await fc.assert(
      fc.asyncProperty(book, fc.integer({ min: 1, max: 40 }), async (drawn, stopAfter) => {
        const { events: stopped, sleeping } = await perform({ ...drawn, limits, stopAfter });
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
