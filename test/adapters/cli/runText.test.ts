import { expect, test } from 'vitest';
import { createOutput } from '../../../electron/cli/output.ts';
import { runLines } from '../../../electron/cli/runText.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';

const nowhere = { write: () => undefined };
const out = createOutput({ out: nowhere, error: nowhere }, { json: false, color: false });

test('runs of invoked runbooks are indented below the activity that invoked them, level by level, each with its end', async () => {
  const inner = runbook({ name: 'Inner', activities: { work: { type: 'test.rows', name: 'Work', properties: { values: 'a' } } } });
  const middle = runbook({ name: 'Middle', activities: { down: { type: 'control.invokeRunbook', name: 'Down', properties: { runbook: 'inner' } } } });
  const outer = runbook({
    name: 'Outer',
    activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'middle' }, loop: { delaySeconds: 1, exit: [{ field: 'Loop: Number of attempts', operator: 'isGreaterThanOrEqualTo', value: '1' }] } } },
  });
  const { events } = await perform({ runbook: outer, runbooks: { middle, inner } });
  const lineOf = runLines(out);
  expect(events.flatMap((event) => lineOf(event) ?? [])).toEqual([
    'Outer (activity by activity)',
    '    Middle (activity by activity)',
    '        Inner (activity by activity)',
    '        ✓ Work  1 row  0 ms',
    '        success after 0 ms',
    '    ✓ Down  1 row  0 ms',
    '    success after 0 ms',
    '  attempt 1: success, the loop ends, Loop: Number of attempts is greater than or equal to 1',
    '✓ Call  1 row  0 ms',
  ]);
});
