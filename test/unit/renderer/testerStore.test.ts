import { describe, expect, it } from 'vitest';
import { createFakeClient, fails } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { beginTest, confirmThenLaunch } from '../../../renderer/commands/startRun.ts';
import { removeBreakpoint, setBreakpoint, toggleBreakpoint, togglePin } from '../../../renderer/commands/testerMarks.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { activities } from '../../../shared/activities/registry.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { TesterMarks, type AllTesterMarks } from '../../../shared/engine/testerMarks.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook, type Activity } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { connectionEntries } from '../../components/openRunbook.tsx';
import { triageRunbook } from '../../components/triageRunbook.ts';

const condition = { subject: { of: 'item' }, operator: 'equals', value: '2' } as const;

function app(document: Runbook = triageRunbook) {
  const kept: AllTesterMarks[] = [];
  const commands: unknown[] = [];
  const stream = scriptedStream<RunRequest, RunEvent>();
  const api = createFakeClient(
    {
      tester: { read: () => Promise.resolve({ ok: true, value: { triage: { breakpoints: [{ activity: 'find' }], pins: {} } } }), save: ({ key, marks }) => { kept.push({ [key]: TesterMarks.parse(marks) }); return Promise.resolve({ ok: true, value: undefined }); } },
      runs: { start: stream.open, command: ({ command }) => { commands.push(command); return Promise.resolve({ ok: true, value: undefined }); } },
    },
    { runbooks: { triage: document }, connections: connectionEntries },
  );
  return { stores: createStores(api), kept, commands, stream };
}

async function opened(stores: Stores): Promise<void> {
  await Promise.all([stores.tester.getState().load(), stores.connections.getState().load(), stores.editor.getState().load('triage')]);
}

describe('breakpoints', () => {
  it('are kept at every change, and a run that goes on learns of them', async () => {
    const { stores, kept, commands, stream } = app();
    await opened(stores);
    stores.runs.getState().start({ key: 'triage', document: triageRunbook, mode: 'run', breakpoints: [], input: {} }, []);
    stream.emit(...scriptedEvents().slice(0, 3));
    setBreakpoint(stores, 'triage', { activity: 'reply', condition });
    expect(kept.at(-1)?.triage?.breakpoints).toEqual([{ activity: 'find' }, { activity: 'reply', condition }]);
    expect(commands).toEqual([{ type: 'setBreakpoints', breakpoints: [{ activity: 'find' }, { activity: 'reply', condition }] }]);
    toggleBreakpoint(stores, 'triage', 'find');
    toggleBreakpoint(stores, 'triage', 'reply');
    expect(kept.at(-1)?.triage?.breakpoints).toEqual([]);
    toggleBreakpoint(stores, 'triage', 'find');
    removeBreakpoint(stores, 'triage');
    expect(kept.at(-1)?.triage?.breakpoints).toEqual([]);
  });

  it('say when they cannot be kept', async () => {
    const error = errorData('file.unwritable', { file: 'x' });
    const stores = createStores(createFakeClient({ tester: { save: () => fails(error) } }));
    await stores.tester.getState().change('triage', (marks) => ({ ...marks, breakpoints: [{ activity: 'a' }] }));
    expect(stores.tester.getState().error).toEqual(error);
  });
});

describe('a pin', () => {
  it('takes what the activity published in the last test, goes with the next one, and is taken away again', async () => {
    const { stores, kept, stream } = app();
    await opened(stores);
    togglePin(stores, 'triage', 'find');
    expect(kept).toEqual([]);
    beginTest(stores, activities, 'triage', { mode: 'run' });
    stream.emit(...scriptedEvents());
    togglePin(stores, 'triage', 'find');
    const rows = [{ ID: 'id-1', Subject: 'Printer on fire' }, { ID: 'id-2', Subject: 'VPN' }];
    expect(kept.at(-1)?.triage?.pins).toEqual({ find: rows });
    beginTest(stores, activities, 'triage', { mode: 'run' });
    expect(stream.inputs.at(-1)?.pins).toEqual({ find: rows });
    togglePin(stores, 'triage', 'find');
    expect(kept.at(-1)?.triage?.pins).toEqual({});
  });
});

describe('beginning in the middle', () => {
  it('sends along what the activities before did in the last test', async () => {
    const { stores, stream } = app();
    await opened(stores);
    beginTest(stores, activities, 'triage', { mode: 'run' });
    stream.emit(...scriptedEvents());
    beginTest(stores, activities, 'triage', { mode: 'runToBreakpoint', from: { activity: 'reply', only: true } });
    expect(stream.inputs.at(-1)?.from).toMatchObject({ activity: 'reply', only: true, earlier: { executions: [{ activity: 'find', outcome: 'success', rows: [{ Subject: 'Printer on fire' }, { Subject: 'VPN' }] }] } });
  });
});

describe('a test on a real mailbox', () => {
  const onReal = (change: Partial<Activity>): Runbook => Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, reply: { ...triageRunbook.activities.reply, connection: 'contoso', ...change } } });

  it('asks first and is guarded, unless the person says otherwise until the app closes', async () => {
    const { stores, stream } = app(onReal({}));
    await opened(stores);
    beginTest(stores, activities, 'triage', { mode: 'run' });
    expect(stream.inputs).toEqual([]);
    const { prompt, trust } = stores.runs.getState();
    expect(prompt).toMatchObject({ kind: 'confirm', plan: { guard: true }, consequences: [{ effect: 'sends', activities: ['Reply'], mailboxes: ['helpdesk@contoso.com'] }] });
    trust('triage', false);
    confirmThenLaunch(stores, activities, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false });
    expect(stream.inputs).toMatchObject([{ guard: false, onDemo: false }]);
    expect(stores.runs.getState().runs.triage?.real).toEqual(['Contoso']);
  });

  it('always asks before deletes, whatever was said before', async () => {
    const { stores, stream } = app(onReal({ type: 'exchange.deleteItem', properties: { id: '{{find.ID}}', mode: 'Hard Delete' } }));
    await opened(stores);
    stores.runs.getState().trust('triage', false);
    beginTest(stores, activities, 'triage', { mode: 'run' });
    expect(stream.inputs).toEqual([]);
    expect(stores.runs.getState().prompt?.kind).toBe('confirm');
  });

  it('does not ask for an activity that does not run', async () => {
    const { stores, stream } = app(onReal({}));
    await opened(stores);
    await stores.tester.getState().change('triage', (marks) => ({ ...marks, pins: { reply: [] } }));
    beginTest(stores, activities, 'triage', { mode: 'run' });
    expect(stream.inputs).toHaveLength(1);
    expect(stores.runs.getState().runs.triage?.real).toEqual([]);
  });
});
