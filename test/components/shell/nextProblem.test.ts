import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { createCommandCenter, type CommandCenter } from '../../../renderer/commands/commandCenter.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { summaryOf, type TraceSummary } from '../../../shared/trace/record.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';

const wrong = Runbook.parse({ name: 'Wrong', activities: { find: { type: 'exchange.getItem', name: 'Find', properties: {} } } });
const request = (id: string, kind: TraceSummary['result']['class']): TraceSummary => ({ ...summaryOf(traceRecord(1)), id, operation: `Op-${id}`, result: { class: kind, code: `Code-${id}` } });
const failing = [request('1', 'success'), request('2', 'error'), request('3', 'throttled')];

let stores: Stores;
let center: CommandCenter;
let said: string[];
const spoken = (): string | undefined => said.at(-1);

beforeEach(async () => {
  stores = createStores(createFakeClient({ traces: { read: () => new Promise(() => undefined), openFiles: () => ({ done: new Promise(() => undefined), cancel: () => undefined }) } }, { runbooks: { wrong } }));
  said = [];
  stores.app.setState({ announce: (text) => void said.push(text) });
  await stores.editor.getState().load('wrong');
  stores.layout.getState().openTab({ kind: 'runbook', key: 'wrong' });
  center = createCommandCenter(shellCommands(stores), () => false);
});

/** The viewer in the bottom panel lists these. */
function showTraces(rows: readonly TraceSummary[]): void {
  stores.layout.getState().showBottom('traces');
  stores.traces.getState().list(rows);
}

describe('Next Problem and Previous Problem', () => {
  it('go through the problems of the runbook while no traces are shown', () => {
    stores.traces.getState().list(failing);
    center.run('view.nextProblem');
    expect(spoken()).toMatch(/^Problem 1 of \d+: /);
    expect(stores.traces.getState().selected).toBeUndefined();
  });

  it('go through the failed requests that are listed in the panel, wherever the focus is, and round the end', () => {
    showTraces(failing);
    center.run('view.nextProblem');
    expect(stores.traces.getState().selected).toBe('2');
    expect(spoken()).toBe('Failed request 1 of 2: Op-2, Code-2.');
    center.run('view.nextProblem');
    center.run('view.nextProblem');
    expect(stores.traces.getState().selected).toBe('2');
    center.run('view.previousProblem');
    expect(stores.traces.getState().selected).toBe('3');
  });

  it('go through those of the tab where it is one of traces', () => {
    const key = stores.traceFiles.getState().openPaths(['/night.log']);
    const file = stores.traceFiles.getState().open[key]?.traces;
    stores.layout.getState().openTab({ kind: 'traceFile', key });
    showTraces(failing);
    file?.getState().list([request('9', 'none')]);
    center.run('view.nextProblem');
    expect([file?.getState().selected, stores.traces.getState().selected]).toEqual(['9', undefined]);
  });

  it('go through the problems of the runbook where none of the listed requests failed', () => {
    showTraces([request('1', 'success')]);
    center.run('view.nextProblem');
    expect(spoken()).toMatch(/^Problem 1 of /);
  });

  it('say that there is nothing where nothing failed', () => {
    stores.layout.getState().openTab({ kind: 'welcome' });
    expect(center.enabled('view.nextProblem')).toBe(false);
    showTraces([request('1', 'success')]);
    expect(center.enabled('view.nextProblem')).toBe(true);
    center.run('view.nextProblem');
    expect(stores.app.getState().notice?.text).toBe('None of the listed requests failed.');
  });
});
