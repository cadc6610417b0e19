import { expect, test } from 'vitest';
import type { FromWorker } from '../../../electron/runs/jobs.ts';
import { outbox } from '../../../electron/runs/outbox.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';

const event = (seq: number): RunEvent => ({ type: 'message', seq, at: '2026-01-01T00:00:00.000Z', run: 'r', level: 'information', text: 'x' });
const eventsIn = (sent: readonly FromWorker[]): number[] => sent.flatMap((message) => (message.type === 'batch' ? message.events.map(({ seq }) => seq) : []));

test('ten thousand events arrive in order, in batches of a size that main copies quickly, and no more than two at a time', async () => {
  const sent: FromWorker[] = [];
  let underWay = 0;
  let most = 0;
  const out = outbox((message) => {
    sent.push(message);
    underWay += 1;
    most = Math.max(most, underWay);
    setImmediate(() => {
      underWay -= 1;
      out.received();
    });
  });
  for (let seq = 1; seq <= 10_000; seq += 1) {
    out.event(event(seq));
    await out.room();
  }
  out.flush();
  expect(eventsIn(sent)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
  expect(Math.max(...sent.map((message) => (message.type === 'batch' ? message.events.length : 0)))).toBeLessThanOrEqual(250);
  expect(most).toBeLessThanOrEqual(2);
});

test('a job waits while main is busy, and goes on when it is told', async () => {
  const out = outbox(() => undefined);
  const order: string[] = [];
  for (let seq = 1; seq <= 500; seq += 1) out.event(event(seq));
  const waiting = out.room().then(() => order.push('went on'));
  await Promise.resolve();
  order.push('main was busy');
  out.received();
  await waiting;
  expect(order).toEqual(['main was busy', 'went on']);
});
