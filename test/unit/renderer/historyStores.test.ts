import { describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { createHistoryStore } from '../../../renderer/stores/history.ts';
import { createPastRunsStore, type PastRun } from '../../../renderer/stores/pastRuns.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { HistoryChange, RunPart } from '../../../shared/history/historyEvents.ts';
import { recordedEvents, recordedHeader, recordedSummary } from '../../fixtures/recordedRuns.ts';

const one = recordedSummary({ run: 'one', startedAt: '2026-11-20T10:00:00.000Z' });
const two = recordedSummary({ run: 'two', startedAt: '2026-11-22T10:00:00.000Z' });

describe('the store of recorded runs', () => {
  it('keeps them newest first, and follows what changes', () => {
    const stream = scriptedStream<void, HistoryChange>();
    const store = createHistoryStore(createFakeClient({ history: { watch: stream.open } }));
    const shown = (): string[] => store.getState().runs.map(({ run, result }) => `${run} ${result}`);
    store.getState().watch();
    store.getState().watch();
    expect(stream.inputs).toHaveLength(1);
    stream.emit({ runs: [one], removed: [] }, { runs: [{ ...two, result: 'running' }], removed: [] });
    expect(shown()).toEqual(['two running', 'one success']);
    store.getState().select('two');
    stream.emit({ runs: [{ ...two, result: 'failed' }], removed: [] });
    expect(shown()).toEqual(['two failed', 'one success']);
    stream.emit({ runs: [], removed: ['two'] });
    expect(shown()).toEqual(['one success']);
    expect(store.getState().selected).toBeUndefined();
  });

  it('follows again after the stream broke, and says why it did', async () => {
    const stream = scriptedStream<void, HistoryChange>();
    const store = createHistoryStore(createFakeClient({ history: { watch: stream.open } }));
    store.getState().watch();
    stream.end(errorData('file.unreadable', { file: 'history' }));
    await expect.poll(() => store.getState().error?.code).toBe('file.unreadable');
    store.getState().watch();
    expect(stream.inputs).toHaveLength(2);
  });

  it('says why a run was not removed', async () => {
    const error = errorData('history.going', { runbook: 'Triage' });
    const store = createHistoryStore(createFakeClient({ history: { remove: () => Promise.resolve({ ok: false, error }) } }));
    expect(await store.getState().remove(['one'])).toBe(false);
    expect(store.getState().error).toEqual(error);
  });
});

describe('the store of open runs', () => {
  function opened() {
    const stream = scriptedStream<{ run: string }, RunPart>();
    const store = createPastRunsStore(createFakeClient({ history: { open: stream.open } }));
    const past = (): PastRun => store.getState().open['run-1'] ?? expect.fail('The run is not open.');
    const reading = store.getState().load('run-1');
    stream.emit({ kind: 'header', header: recordedHeader(), summary: recordedSummary() }, { kind: 'events', events: recordedEvents('failed') });
    return { stream, store, past, reading, ...store.getState() };
  }

  it('reads a run once, and shows its end', async () => {
    const { stream, past, reading, load } = opened();
    const again = load('run-1');
    stream.end();
    expect(await reading).toBe(past());
    expect(await again).toBe(past());
    expect(stream.inputs).toEqual([{ run: 'run-1' }]);
    expect(past()).toMatchObject({ loading: false, length: 16, position: undefined });
  });

  it('seeks to positions and times, and to the end as such', () => {
    const { past, seek, seekTime } = opened();
    seek('run-1', 3);
    expect(past().position).toBe(3);
    seekTime('run-1', 450);
    expect(past().position).toBe(5);
    seek('run-1', 99);
    expect(past().position).toBeUndefined();
    seek('run-1', -5);
    expect(past().position).toBe(0);
  });

  it('plays from the start at the chosen speed, pauses, and stops at the end', () => {
    const { past, play, pause, tick, setSpeed } = opened();
    setSpeed('run-1', 5);
    play('run-1');
    expect(past().position).toBe(0);
    tick('run-1', 50);
    expect([past().playingAt, past().position]).toEqual([250, 3]);
    pause('run-1');
    tick('run-1', 50);
    expect(past().position).toBe(3);
    play('run-1');
    tick('run-1', 10_000);
    expect([past().playingAt, past().position]).toEqual([undefined, undefined]);
  });

  it('stops reading a run that is closed', () => {
    const { stream, store, close } = opened();
    close('run-1');
    expect(stream.cancelled()).toBe(true);
    expect(store.getState().open).toEqual({});
  });

  it('keeps what arrives late for an earlier opening out of the next one', () => {
    const { stream, past, close, load } = opened();
    close('run-1');
    void load('run-1');
    expect(past().length).toBe(0);
    stream.emit({ kind: 'events', events: recordedEvents('failed').slice(0, 2) });
    expect(past().length).toBe(2);
  });
});
