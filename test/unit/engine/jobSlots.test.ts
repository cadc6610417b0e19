import { expect, test } from 'vitest';
import { JobSlots, type Job, type Slots } from '../../../shared/engine/jobSlots.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Asked {
  readonly entered: Promise<Job>;
  readonly abort: AbortController;
  /** What came of it so far. */
  state(): 'entered' | 'waits' | 'refused' | 'asks';
}

function ask(slots: JobSlots, key: string, { parent, jobs = 1 }: { readonly parent?: Job; readonly jobs?: number } = {}): Asked {
  const abort = new AbortController();
  let state: ReturnType<Asked['state']> = 'asks';
  const entered = slots.enter({ key, name: key.toUpperCase(), document: { concurrency: jobs } }, parent, abort.signal, () => (state = 'waits'));
  entered.then(
    () => (state = 'entered'),
    () => (state = 'refused'),
  );
  return { entered, abort, state: () => state };
}

test('a runbook that an ancestor of a job runs is not counted again', async () => {
  const slots = new JobSlots();
  const outer = await ask(slots, 'a').entered;
  const middle = await ask(slots, 'b', { parent: outer }).entered;
  const again = await ask(slots, 'a', { parent: middle }).entered;
  expect([outer.nested, middle.nested, again.nested]).toEqual([false, false, true]);
  // It held nothing, so it leaves nothing.
  slots.leave(again);
  const other = ask(slots, 'a');
  await settle();
  expect(other.state()).toBe('waits');
  slots.leave(outer);
  await other.entered;
});

test('who comes later does not overtake who waits, nor slip in before it goes on', async () => {
  const slots = new JobSlots();
  const first = await ask(slots, 'a').entered;
  const second = ask(slots, 'a');
  // This one would be content with two at the same time, and yet others were there before.
  const third = ask(slots, 'a', { jobs: 2 });
  await settle();
  expect([second.state(), third.state()]).toEqual(['waits', 'waits']);
  slots.leave(first);
  const late = ask(slots, 'a');
  await settle();
  expect([second.state(), third.state(), late.state()]).toEqual(['entered', 'waits', 'waits']);
  slots.leave(await second.entered);
  await third.entered;
  expect(late.state()).toBe('waits');
});

test('a job that gives up waiting is let in no more', async () => {
  const slots = new JobSlots();
  const first = await ask(slots, 'a').entered;
  const [second, third] = [ask(slots, 'a'), ask(slots, 'a')];
  second.abort.abort();
  await expect(second.entered).rejects.toMatchObject({ data: { code: 'app.cancelled' } });
  slots.leave(first);
  await third.entered;
});

test('jobs that would wait for one another in a ring are refused, and the rest of the ring goes on', async () => {
  const slots = new JobSlots();
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((key) => ask(slots, key).entered));
  const [toB, toC] = [ask(slots, 'b', { ...(a === undefined ? {} : { parent: a }) }), ask(slots, 'c', { ...(b === undefined ? {} : { parent: b }) })];
  await settle();
  expect([toB.state(), toC.state()]).toEqual(['waits', 'waits']);
  const closing = ask(slots, 'a', { ...(c === undefined ? {} : { parent: c }) });
  await expect(closing.entered).rejects.toMatchObject({ data: { code: 'runbook.invokeDeadlock' } });
  if (c !== undefined) slots.leave(c);
  await toC.entered;
});

test('a job outside of a ring that goes round without it waits like any other', async () => {
  const slots = new JobSlots();
  const [a, b] = await Promise.all([ask(slots, 'a').entered, ask(slots, 'b').entered]);
  const inside = ask(slots, 'b', { parent: a });
  await settle();
  const outside = ask(slots, 'a');
  await settle();
  expect([inside.state(), outside.state()]).toEqual(['waits', 'waits']);
  slots.leave(b);
  slots.leave(await inside.entered);
  slots.leave(a);
  await outside.entered;
});

test('a runbook that starts with a monitor has one job, whatever it says; any other as many as it says', async () => {
  const asked: number[] = [];
  const slots = new JobSlots();
  const listening: Slots = {
    enter(of, ...rest) {
      asked.push(of.document.concurrency);
      return slots.enter(of, ...rest);
    },
    leave: (job) => slots.leave(job),
  };
  const book = (type: string, properties: object) => ({ ...runbook({ activities: { start: { type, name: 'Start', properties } } }), concurrency: 3 });
  await perform({ runbook: book('scheduling.monitorDateTime', { mode: 'Every', minutes: '15', immediately: 'True' }), slots: listening });
  await perform({ runbook: book('test.wait', {}), slots: listening });
  expect(asked).toEqual([1, 3]);
});
