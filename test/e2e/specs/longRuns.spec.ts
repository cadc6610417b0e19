import { join } from 'node:path';
import { openScratchWorkspace } from '../fixtures/scratchWorkspace.ts';
import { expect, test } from '../fixtures/test.ts';
import { HistoryPage } from '../pages/historyPage.ts';
import { TesterPage } from '../pages/testerPage.ts';

const waiting = `formatVersion: 1
name: Waiting
activities:
  begin: { type: control.initializeData, version: 1, name: Begin }
  later: { type: control.initializeData, version: 1, name: Later }
links:
  - { from: begin, to: later, delaySeconds: 3600 }
`;
const outer = `formatVersion: 1
name: Outer
activities:
  call: { type: control.invokeRunbook, version: 1, name: Call, properties: { runbook: waiting } }
`;

test('a worker that dies while an invoked runbook runs ends that run as failed, and the app lives on', async ({ studio, scratch }) => {
  const { window } = studio;
  await openScratchWorkspace(studio, join(scratch, 'workspace'), { 'runbooks/waiting.yaml': waiting, 'runbooks/outer.yaml': outer }, 'Outer');
  // Remembers the workers of runs, to end one as a crash does: without a word.
  await studio.app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>, message: unknown) {
      Reflect.set(globalThis, 'lastWorker', this);
      send.call(this, message);
    };
  });
  const tester = new TesterPage(window);
  const list = window.getByRole('treegrid', { name: 'Executions' });
  await window.keyboard.press('F5');
  await list.getByRole('row', { name: /Call/ }).click();
  await window.keyboard.press('ArrowRight');
  await expect(list.getByRole('row', { name: /Begin/ })).toHaveAttribute('aria-level', '3');
  await studio.app.evaluate(() => {
    const worker: unknown = Reflect.get(globalThis, 'lastWorker');
    return worker instanceof process.getBuiltinModule('node:worker_threads').Worker ? worker.terminate() : undefined;
  });
  await expect(tester.result).toHaveText('The process that does the work ended before it was finished.');
  await expect(tester.panel.getByText('Failed').first()).toBeVisible();

  // The dead run holds no slot of its runbook, and nothing else of the app went with it.
  await window.keyboard.press('F5');
  await expect(list.getByRole('row', { name: /Call/ })).toHaveAccessibleName(/Running/);
  await window.keyboard.press('Shift+F5');
  await expect(tester.result).toHaveText(/^Stopped after/);
  const history = new HistoryPage(window);
  await history.open();
  await expect(history.row('Outer', 'Failed')).toHaveCount(1);
  await expect(history.row('Outer', 'Cancelled')).toHaveCount(1);
});

test('a test with a monitor goes on with the next item when it is told to, each in a run of its own', async ({ studio, scratch }) => {
  const { window } = studio;
  const watch = `formatVersion: 1
name: Watch
activities:
  when: { type: scheduling.monitorDateTime, version: 1, name: When, properties: { mode: Every n seconds, seconds: '5' } }
  work: { type: utilities.compareValues, version: 1, name: Work, properties: { leftText: '{{when.Start time}}', rightText: x } }
links:
  - { from: when, to: work }
`;
  await openScratchWorkspace(studio, join(scratch, 'workspace'), { 'runbooks/watch.yaml': watch }, 'Watch');
  const bar = window.getByRole('group', { name: 'Monitor', exact: true });
  await window.keyboard.press('F5');
  await expect(bar).toContainText('When waits for an item.');
  await expect(bar).toContainText(/Item 1 is through: Finished/, { timeout: 15_000 });
  await bar.getByRole('button', { name: 'Wait for the next item' }).press('Enter');
  await expect(bar).toContainText('When waits for the next item. 1 item so far.');
  await window.keyboard.press('Shift+F5');
  await expect(bar).toBeHidden();
  const history = new HistoryPage(window);
  await history.open();
  await expect(history.row('Watch', 'Success')).toHaveCount(1);
  await expect(history.row('Watch', 'Cancelled')).toHaveCount(1);
});
