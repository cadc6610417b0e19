import { describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { unpaced, type Pace } from '../../../renderer/stores/paced.ts';
import { createRunsStore } from '../../../renderer/stores/runs.ts';
import { isActive } from '../../../renderer/stores/testRun.ts';
import { resultText } from '../../../renderer/stores/runText.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';

const document = Runbook.parse({ name: 'Triage' });
const request = { key: 'triage', document, mode: 'run' as const, breakpoints: [], input: {} };
const ended = '2026-11-23T10:00:05.000Z';

function started(pace: Pace = unpaced) {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const commands: unknown[] = [];
  const client = createFakeClient({
    runs: {
      start: stream.open,
      command: (command) => {
        commands.push(command);
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
  });
  const store = createRunsStore(client, pace, () => ended);
  store.getState().start(request, []);
  const run = () => store.getState().runs.triage;
  return { stream, store, run, commands };
}

const settled = (): Promise<void> => Promise.resolve().then(() => Promise.resolve());

describe('a test run', () => {
  it('folds the stream into its view', async () => {
    const { stream, run } = started();
    stream.emit(...scriptedEvents());
    stream.end();
    await settled();
    expect(run()?.view.status).toBe('success');
    expect(run()?.view.activities.find?.rows).toBe(2);
    expect(run()?.view.links['find>reply']?.followed).toBe(2);
  });

  it('shows everything once it has ended, however its events are paced', async () => {
    const held: Pace = (take, show) => {
      const waiting: Parameters<typeof take>[0][number][] = [];
      const drained = async (): Promise<void> => {
        take(waiting.splice(0, 3));
        take(waiting);
        show();
      };
      return { add: (one) => void waiting.push(one), drained };
    };
    const { stream, run } = started(held);
    stream.emit(...scriptedEvents());
    expect(run()?.view.executions.size).toBe(0);
    stream.end();
    await settled();
    expect(run()?.view.status).toBe('success');
    expect(run()?.view.activities.find?.rows).toBe(2);
  });

  it('keeps one run at a time', () => {
    const { stream, store } = started();
    store.getState().start(request, []);
    expect(stream.inputs).toHaveLength(1);
  });

  it('stops by cancelling the stream, and counts what was open as cancelled', async () => {
    const { stream, store, run } = started();
    stream.emit(...scriptedEvents().slice(0, 8));
    store.getState().stop('triage');
    expect(run()?.stopping).toBe(true);
    expect(stream.cancelled()).toBe(true);
    await settled();
    expect(run()?.view.status).toBe('cancelled');
    expect(isActive(run())).toBe(false);
    expect(run()?.view.executions.values.toArray().filter(({ state }) => state === 'running' || state === 'queued')).toEqual([]);
    expect(resultText(run()?.view ?? expect.fail())).toMatch(/^Stopped after 5\.0 s\. No mail was sent\./);
  });

  it('takes nothing from a run that was replaced', async () => {
    const { stream, store, run } = started();
    store.getState().stop('triage');
    await settled();
    store.getState().start(request, []);
    await settled();
    expect(run()?.view.status).toBe('running');
    expect(stream.inputs).toHaveLength(2);
  });

  it('fails when the stream ends in an error', async () => {
    const { stream, run } = started();
    stream.emit(...scriptedEvents().slice(0, 3));
    stream.end(errorData('app.bug', { doing: 'the run' }));
    await settled();
    expect(run()?.view.status).toBe('failed');
    expect(run()?.view.error?.code).toBe('app.bug');
  });

  it('sends commands to the run that goes on, and none afterwards', async () => {
    const { stream, store, commands } = started();
    stream.emit(...scriptedEvents().slice(0, 2));
    await store.getState().command('triage', { type: 'step' });
    expect(commands).toEqual([{ run: 'run-1', command: { type: 'step' } }]);
    stream.emit(...scriptedEvents().slice(2));
    stream.end();
    await settled();
    await store.getState().command('triage', { type: 'step' });
    expect(commands).toHaveLength(1);
  });
});
