import { expect, test } from 'vitest';
import { History } from '../../../electron/runs/history.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { scratchFolder } from '../scratch.ts';

const calling = (name: string, target: string): Runbook => runbook({ name, activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: target } } } });

test('the runbooks that a run can invoke are kept with it as they were, at any depth, and no others', async () => {
  await using scratch = await scratchFolder();
  const documents = { middle: calling('Middle', 'end'), end: runbook({ name: 'End' }), alone: runbook({ name: 'Alone' }) };
  const runbooks = Object.entries(documents).map(([key, document]) => ({ key, name: document.name, document }));
  const history = new History({ folder: scratch.path, version: '0.1.0', workspace: () => ({ id: 'w', name: 'Help desk', demo: false }), retention: async () => ({ days: 90, megabytes: 500 }), warned: (error) => expect.fail(error.what) });
  const start = { key: 'outer', mode: 'run', breakpoints: [], input: {}, startedBy: 'test' } as const;
  expect(history.begin('run-1', { ...start, document: calling('Outer', 'middle') }, {}, runbooks).header.invoked).toEqual({ middle: documents.middle, end: documents.end });
  expect(history.begin('run-2', { ...start, document: documents.alone }, {}, runbooks).header).not.toHaveProperty('invoked');
});
