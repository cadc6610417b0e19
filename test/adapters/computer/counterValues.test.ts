import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CounterValues } from '../../../electron/runs/counterValues.ts';
import { scratchFolder } from '../scratch.ts';

const counter = { default: 100 };

test('each runbook has a value of its own, which survives the program', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'counters.json');
  const values = new CounterValues(file);
  expect(await values.value('Tickets', counter, 'One')).toBe(100);
  expect(await values.value('Tickets', counter, 'One', { action: 'Increment', value: 5 })).toBe(105);
  expect(await values.value('Tickets', counter, 'Two', { action: 'Set', value: 7 })).toBe(7);
  expect(await new CounterValues(file).all()).toEqual({ Tickets: { One: 105, Two: 7 } });
});

test('changes that come at once are all counted', async () => {
  await using scratch = await scratchFolder();
  const values = new CounterValues(join(scratch.path, 'counters.json'));
  await Promise.all(Array.from({ length: 20 }, () => values.value('Tickets', counter, 'One', { action: 'Increment', value: 1 })));
  expect(await values.value('Tickets', counter, 'One')).toBe(120);
});

test('resetting forgets one value or all, and renaming takes them along', async () => {
  await using scratch = await scratchFolder();
  const values = new CounterValues(join(scratch.path, 'counters.json'));
  for (const runbook of ['One', 'Two']) await values.value('Tickets', counter, runbook, { action: 'Set', value: 1 });
  await values.rename('Tickets', 'Cases');
  await values.reset('Cases', 'One');
  expect(await values.all()).toEqual({ Cases: { Two: 1 } });
  await values.reset('Cases');
  expect(await values.all()).toEqual({});
});

test('a file that is broken counts as empty', async () => {
  await using scratch = await scratchFolder();
  const file = join(scratch.path, 'counters.json');
  await writeFile(file, '{"Tickets": {"One": "many"}');
  expect(await new CounterValues(file).value('Tickets', counter, 'One')).toBe(100);
});
