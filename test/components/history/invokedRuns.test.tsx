import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { EditorArea } from '../../../renderer/app/EditorArea.tsx';
import { compareTwo, openRun } from '../../../renderer/commands/runTabs.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { recordedHeader, recordedSummary } from '../../fixtures/recordedRuns.ts';
import { perform } from '../../scenarios/perform.ts';
import { showWith, type Shown } from '../showWith.tsx';

const file = runbook({ name: 'File', activities: { move: { type: 'control.initializeData', name: 'Move' } } });
const answer = runbook({
  name: 'Answer',
  activities: {
    take: { type: 'control.initializeData', name: 'Take', properties: { parameters: [{ name: 'Word' }] } },
    file: { type: 'control.invokeRunbook', name: 'File it', properties: { runbook: 'file' } },
  },
  links: [{ from: 'take', to: 'file' }],
});
const triage = runbook({ name: 'Triage', activities: { call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'answer', 'parameter.Word': '{{variables.Word}}' } } } });

let runs: Readonly<Record<string, readonly RunEvent[]>> = {};
beforeAll(async () => {
  await loadAhead(() => Promise.resolve());
  const ran = async (word: string): Promise<readonly RunEvent[]> => (await perform({ runbook: triage, runbooks: { answer, file }, variables: { Word: word } })).events;
  runs = { one: await ran('fast'), other: await ran('slow') };
});

const summary = (run: string) => recordedSummary({ run, startedAt: '2026-11-20T10:00:00.000Z' });

function show(invoked: Readonly<Record<string, typeof file>> = { answer, file }): Shown {
  return showWith(
    <EditorArea />,
    createFakeClient({
      history: {
        open({ run }, onPart) {
          onPart({ kind: 'header', header: { ...recordedHeader({ run }), document: triage, invoked }, summary: summary(run) });
          onPart({ kind: 'events', events: [...(runs[run] ?? [])] });
          return { done: Promise.resolve({ ok: true, value: undefined }), cancel: () => undefined };
        },
      },
    }),
  );
}
const card = (name: string): HTMLElement => screen.getByRole('group', { name: new RegExp(`^${name},`) });
const bar = (): HTMLElement => screen.getByRole('group', { name: 'Invoked run' });

describe('a run that a recorded one invoked', () => {
  it('is opened from the card of the activity, on the runbook as it was, level by level, and left again', async () => {
    const user = userEvent.setup();
    const { stores } = show();
    await act(async () => openRun(stores, 'one'));
    await user.click(await screen.findByRole('button', { name: 'Show the run that Call invoked' }));
    expect(card('Take')).toHaveAccessibleName(/success/);
    expect(bar()).toHaveTextContent('Run of Answer');
    await user.click(screen.getByRole('button', { name: 'Show the run that File it invoked' }));
    expect(card('Move')).toHaveAccessibleName(/success/);
    await user.click(within(bar()).getByRole('button', { name: 'Back to Answer' }));
    expect(card('File it')).toBeInTheDocument();
    await user.click(within(bar()).getByRole('button', { name: 'Back to Triage' }));
    expect(card('Call')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Invoked run' })).toBeNull();
  });

  it('shows the moment of the replay, as its console does', async () => {
    const user = userEvent.setup();
    const { stores } = show();
    await act(async () => openRun(stores, 'one'));
    await user.click(await screen.findByRole('button', { name: 'Show the run that Call invoked' }));
    const begun = (runs.one ?? []).findIndex((event) => event.type === 'childEvent' && event.event.type === 'activityFinished' && event.event.activity === 'take');
    act(() => stores.pastRuns.getState().seek('one', begun));
    expect(card('Take')).toHaveAccessibleName(/running/);
    expect(card('File it')).not.toHaveAccessibleName(/success|running|queued/);
    act(() => stores.pastRuns.getState().seek('one', begun + 1));
    expect(card('Take')).toHaveAccessibleName(/success/);
    const list = screen.getByRole('treegrid', { name: 'Executions' });
    expect(within(list).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([expect.stringContaining('Take')]);
    act(() => stores.pastRuns.getState().seek('one', 1));
    expect(bar()).toHaveTextContent('not begun at this moment');
    expect(card('Take')).not.toHaveAccessibleName(/success|running/);
  });

  it('is opened from the console as well, and says where its runbook is not kept', async () => {
    const user = userEvent.setup();
    const { stores } = show({});
    await act(async () => openRun(stores, 'one'));
    const list = await screen.findByRole('treegrid', { name: 'Executions' });
    await user.click(within(list).getByRole('row', { name: /Call/ }));
    await user.keyboard('{ArrowRight}{ArrowDown}');
    await user.click(screen.getByRole('button', { name: 'Show on canvas' }));
    expect(screen.getByText(/^This runbook is not kept with the run/)).toBeInTheDocument();
    expect(within(screen.getByRole('treegrid', { name: 'Executions' })).getByRole('row', { name: /Take/ })).toBeInTheDocument();
  });
});

it('two runs are compared into what they invoked', async () => {
  const { stores } = show();
  await act(async () => compareTwo(stores, summary('one'), summary('other')));
  const call = await screen.findByRole('region', { name: 'Call' });
  const inside = within(call).getByRole('region', { name: 'Run of Answer' });
  const take = within(inside).getByRole('region', { name: 'Take' });
  expect(within(take).getByRole('row', { name: /^Rows that only one run has/ })).toHaveTextContent('Word: fastWord: slow');
  expect(within(inside).queryByRole('region', { name: 'File it' })).toBeNull();
  expect(within(inside).getByRole('heading', { name: 'Run of Answer' }).tagName).toBe('H3');
  expect(within(take).getByRole('heading', { name: 'Take' }).tagName).toBe('H4');
});
