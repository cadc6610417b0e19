import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { root } from '../paths.mjs';
import { median } from './median.mjs';
import { launch, openWorkspace } from './window.mjs';

const runs = 5;
const lines = 40_000;
const empty = join(import.meta.dirname, 'emptyWindow');
const typed = 'Filed by the runbook';
/** Between two keys, in milliseconds: a fast typist. */
const pace = 70;

/**
 * From a key in a property's field to the next paint, while nothing else happens and while a test of the same runbook goes on
 * that works on 40,000 items, with its console open. The floor is a bare text field in an empty window; they take turns.
 */
export async function* measures() {
  const workspace = await longWorkspace();
  const ours = await launch(root);
  const floor = await launch(empty);
  try {
    await openWorkspace(ours, workspace, 'Long');
    await ours.window.getByRole('treeitem', { name: 'Long' }).click();
    const canvas = ours.window.getByRole('application', { name: 'Canvas' });
    await canvas.getByRole('group', { name: /^Note,/ }).click();
    const field = ours.window.getByRole('complementary', { name: 'Properties', exact: true }).getByRole('textbox', { name: 'Text', exact: true });
    await floor.window.evaluate(() => document.body.append(document.createElement('textarea')));
    const bare = floor.window.locator('textarea');
    const situations = [
      { what: 'while nothing else happens', during: (work) => work() },
      { what: 'while a run goes on', during: (work) => duringRun(ours.window, work) },
    ];
    for (const { what, during } of situations) {
      const [own, other] = [[], []];
      for (let run = 0; run <= runs; run += 1) {
        own.push(...(await during(() => type(ours.window, field))));
        other.push(...(await type(floor.window, bare)));
        // The first turn warms both up.
        if (run === 0) own.length = other.length = 0;
      }
      const against = (pick) => ({ role: 'floor', name: 'a bare field in an empty window', value: pick(other) });
      yield { name: `from a key to the next paint ${what}, median`, unit: 'ms', ours: median(own), against: against(median), runs };
      yield { name: `from a key to the next paint ${what}, 95th percentile`, unit: 'ms', ours: slow(own), against: against(slow), runs };
    }
  } finally {
    await ours.end();
    await floor.end();
    await rm(workspace, { recursive: true, force: true });
  }
}

const slow = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

/** Types into a field; answers how long each key took to be painted, in milliseconds. */
async function type(window, field) {
  await field.click();
  await window.keyboard.press('Control+A');
  await window.keyboard.press('Delete');
  await window.evaluate(() => {
    window.keyTimes = [];
    window.onkeydown ??= ({ timeStamp }) => {
      // The task after a frame's callbacks runs once the frame is painted. An ordinary one would wait behind everything that the run tells.
      requestAnimationFrame(() => void scheduler.postTask(() => window.keyTimes.push(performance.now() - timeStamp), { priority: 'user-blocking' }));
    };
  });
  await window.keyboard.type(typed, { delay: pace });
  return window.evaluate(() => window.keyTimes);
}

/** Does something while a test goes on; fails when the test ended first. */
async function duringRun(window, work) {
  await window.keyboard.press('F5');
  await window.getByRole('treegrid', { name: 'Executions' }).getByRole('row').nth(5).waitFor();
  const times = await work();
  const stop = window.getByRole('region', { name: 'Bottom panel' }).getByRole('button', { name: 'Stop' });
  if (!(await stop.isVisible())) throw new Error('The run ended before the typing did; the figures would say nothing.');
  await stop.click();
  await stop.waitFor({ state: 'detached' });
  return times;
}

async function longWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-workspace-'));
  await mkdir(join(folder, 'runbooks'), { recursive: true });
  const file = join(folder, 'lines.txt');
  await writeFile(file, Array.from({ length: lines }, (_, index) => `Line ${index} of a list of mailboxes`).join('\n'));
  const activities = {
    read: { type: 'text.readLine', version: 1, name: 'Read', properties: { file } },
    compare: { type: 'utilities.compareValues', version: 1, name: 'Compare', properties: { leftText: '{{read.Line text}}', rightText: 'mailboxes', textOperator: 'contains' } },
    note: { type: 'text.appendLine', version: 1, name: 'Note', properties: { file: join(folder, 'note.txt'), text: '' } },
  };
  const links = [{ from: 'read', to: 'compare' }, { from: 'compare', to: 'note', include: [{ status: 'failed' }, { status: 'warning' }] }];
  const layout = { read: [40, 40], compare: [320, 40], note: [600, 40] };
  await writeFile(join(folder, 'runbooks/long.yaml'), stringify({ formatVersion: 1, name: 'Long', activities, links, layout }));
  return folder;
}
