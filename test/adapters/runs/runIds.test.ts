import { expect, test } from 'vitest';
import { runIds } from '../../../electron/runs/runIds.ts';

test('executions of a run, and of those it invokes, have short identifiers that are never given twice', () => {
  const ids = runIds('c839d125-f754-4c28-b32e-39f49d4cb08c');
  const executions = Array.from({ length: 100 }, () => ids.next('execution'));
  expect(new Set(executions).size).toBe(100);
  expect(executions[0]).toBe('c839d125-1');
  // A way to an execution in an invoked run is made of identifiers with a slash between them.
  expect(executions.some((id) => id.includes('/'))).toBe(false);
  expect(ids.next('run')).not.toBe(ids.next('run'));
});
