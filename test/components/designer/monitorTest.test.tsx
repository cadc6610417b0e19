import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { runCommands } from '../../../renderer/commands/runCommands.ts';
import { beginTest } from '../../../renderer/commands/startRun.ts';
import { MonitorBar } from '../../../renderer/features/designer/MonitorBar.tsx';
import { useTestRun } from '../../../renderer/stores/current.ts';
import { useStores } from '../../../renderer/stores/stores.ts';
import { activities } from '../../../shared/activities/registry.ts';
import type { RunEvent, RunEventBody } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';

const document = runbook({
  name: 'Watch',
  activities: {
    when: { type: 'scheduling.monitorDateTime', name: 'When', properties: { mode: 'Every n seconds', seconds: '60' } },
    work: { type: 'control.junction', name: 'Work' },
  },
  links: [{ from: 'when', to: 'work' }],
});
const when = { execution: 'e1', activity: 'when', item: 1, items: 1 };

function Bar(): ReactElement {
  const stores = useStores();
  return <MonitorBar run={useTestRun('triage')} bindings={runCommands(stores, activities)} />;
}

interface Watching extends OpenRunbook {
  readonly stream: ScriptedStream<RunRequest, RunEvent>;
  press(id: 'run.nextItem' | 'run.stop'): void;
  begin(): void;
  /** The monitor noticed something or failed, and the run is over. */
  end(outcome?: 'success' | 'failed'): void;
}

async function watching(): Promise<Watching> {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const shown = await showOver(document, <Bar />, { runs: { start: stream.open } });
  let seq = 0;
  const emit = (...bodies: readonly RunEventBody[]): void => act(() => stream.emit(...bodies.map((body): RunEvent => ({ ...body, seq: (seq += 1), at: '2026-11-23T10:00:01.000Z', run: `run-${stream.inputs.length}` }))));
  const begin = (): void => emit({ type: 'runStarted', runbook: 'Watch', order: 'activity by activity', startedBy: 'test', input: {}, names: { when: 'When' } }, { type: 'activityQueued', ...when }, { type: 'activityStarted', ...when });
  act(() => beginTest(shown.stores, activities, 'triage', { mode: 'run' }));
  begin();
  return {
    ...shown,
    stream,
    begin,
    end: (outcome = 'success') => emit({ type: 'activityFinished', ...when, outcome, durationMs: 5, rows: 1, common: {} }, { type: 'runFinished', status: outcome, durationMs: 9 }),
    press: (id) => act(() => runCommands(shown.stores, activities)[id]?.run()),
  };
}
const bar = (): HTMLElement | null => screen.queryByRole('group', { name: 'Monitor' });

it('says that the monitor waits, and asks after each item; the next one is a run of its own', async () => {
  const user = userEvent.setup();
  const { stream, begin, end } = await watching();
  expect(bar()).toHaveTextContent('When waits for an item. 0 items so far.');
  expect(screen.queryByRole('button', { name: 'Wait for the next item' })).toBeNull();
  end();
  expect(bar()).toHaveTextContent('Item 1 is through: Finished after 9 ms');
  await user.tab();
  expect(screen.getByRole('button', { name: 'Wait for the next item' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(stream.inputs.map(({ watching: goesOn = false, mode }) => [goesOn, mode])).toEqual([[false, 'run'], [true, 'run']]);
  begin();
  expect(bar()).toHaveTextContent('When waits for the next item. 1 item so far.');
});

it('is answered by the keys of the tester, too', async () => {
  const { stream, begin, end, press } = await watching();
  end();
  press('run.nextItem');
  expect(stream.inputs).toHaveLength(2);
  begin();
  end();
  press('run.stop');
  expect(bar()).toBeNull();
  expect(stream.inputs).toHaveLength(2);
});

it('does not ask after a stop, nor when the monitor itself failed', async () => {
  const user = userEvent.setup();
  const stopped = await watching();
  await user.click(within(bar() ?? expect.fail()).getByRole('button', { name: 'Stop' }));
  expect(stopped.stream.cancelled()).toBe(true);
  await act(async () => undefined);
  expect(bar()).toBeNull();
  stopped.unmount();
  const failed = await watching();
  failed.end('failed');
  expect(bar()).toBeNull();
});

it('judges a runbook anew that was edited meanwhile', async () => {
  const { stream, stores, end, press } = await watching();
  end();
  act(() => stores.editor.getState().edit('triage', (before) => ({ ...before, activities: { ...before.activities, other: { ...(before.activities.work ?? expect.fail()), name: 'Other', type: 'of.a.later.version' } } })));
  press('run.nextItem');
  expect(stream.inputs).toHaveLength(1);
  expect(stores.layout.getState().bottomTab).toBe('problems');
});
