import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { launch } from '../../../renderer/commands/startRun.ts';
import { ConsolePanel } from '../../../renderer/features/console/ConsolePanel.tsx';
import { cardName, cardsOf } from '../../../renderer/features/designer/cardModel.ts';
import { noMarks } from '../../../shared/engine/testerMarks.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { testRegistry } from '../../fixtures/testActivities.ts';
import { VirtualClock } from '../../fixtures/virtualClock.ts';
import { perform } from '../../scenarios/perform.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';

const grandchild = runbook({ name: 'File', activities: { move: { type: 'test.wait', name: 'Move', properties: { text: 'moved' } } } });
const child = runbook({
  name: 'Answer',
  activities: {
    start: { type: 'control.initializeData', name: 'Take', properties: { parameters: [{ name: 'Subject' }] } },
    file: { type: 'control.invokeRunbook', name: 'File it', properties: { runbook: 'file' } },
    send: { type: 'test.rows', name: 'Send', properties: { fail: 'the mailbox is full' } },
  },
  links: [{ from: 'start', to: 'file' }, { from: 'file', to: 'send' }],
});
const outer = runbook({
  name: 'Triage',
  activities: {
    ask: { type: 'test.counting', name: 'Ask', loop: { delaySeconds: 5, exit: [{ field: 'Count', operator: 'isGreaterThanOrEqualTo', value: '3' }] } },
    call: { type: 'control.invokeRunbook', name: 'Call', properties: { runbook: 'answer', 'parameter.Subject': 'VPN {{ask.Count}}' } },
    tell: { type: 'test.wait', name: 'Tell', properties: { text: '{{call.Error summary text}}' } },
  },
  links: [{ from: 'ask', to: 'call' }, { from: 'call', to: 'tell', include: [{ status: 'failed' }] }],
});

const registry = testRegistry(new VirtualClock());
let events: readonly RunEvent[] = [];
let view: RunView = emptyRunView;
beforeAll(async () => {
  ({ events } = await perform({ runbook: outer, runbooks: { answer: child, file: grandchild } }));
  view = events.reduce(foldRunEvent, emptyRunView);
});

type FakeRunCommand = NonNullable<NonNullable<FakeAnswers['runs']>['command']>;

async function ran(happened = events, command: FakeRunCommand = () => Promise.resolve({ ok: true, value: undefined })): Promise<OpenRunbook> {
  const stream = scriptedStream<RunRequest, RunEvent>();
  const shown = await showOver(outer, <ConsolePanel />, { runs: { start: stream.open, command } }, registry);
  act(() => launch(shown.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false }));
  act(() => stream.emit(...happened));
  return shown;
}
const list = (): HTMLElement => screen.getByRole('treegrid', { name: 'Executions' });
const rows = (): string[] => within(list()).getAllByRole('row').slice(1).map((row) => `${row.getAttribute('aria-level')} ${row.querySelector('[role=gridcell]')?.textContent ?? ''}`);
const row = (name: RegExp): HTMLElement => within(list()).getByRole('row', { name });

describe('what an activity invoked', () => {
  it('lies closed below it, and opens level by level with the keyboard', async () => {
    const user = userEvent.setup();
    const { editor } = await ran();
    expect(rows()).toEqual(['1 SuccessAsk3×', '1 FailedCall', '1 SuccessTell']);
    expect(row(/Call/)).toHaveAttribute('aria-expanded', 'false');
    await user.click(row(/Call/));
    await user.keyboard('{ArrowRight}');
    expect(rows().slice(1, 6)).toEqual(['1 FailedCall', '2 FailedAnswer', '3 SuccessTake', '3 SuccessFile it', '3 FailedSend']);
    await user.click(row(/File it/));
    await user.keyboard('{ArrowRight}');
    expect(rows().slice(4, 7)).toEqual(['3 SuccessFile it', '4 SuccessFile', '5 SuccessMove']);
    expect(editor().selection.activities).toEqual(['call']);
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(rows()).toHaveLength(3);
    expect(row(/Call/)).toHaveAttribute('aria-selected', 'true');
  });

  it('shows inputs and items of an activity in there, and what the run as a whole came to', async () => {
    const user = userEvent.setup();
    await ran();
    await user.click(row(/Call/));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('region', { name: 'Run of Answer' })).toHaveTextContent('Failed in Send: Exchange answered ErrorTest: the mailbox is full');
    await user.keyboard('{ArrowDown}');
    expect(within(screen.getByRole('grid', { name: 'Published data' })).getByText('VPN 3')).toBeInTheDocument();
    await user.click(row(/Send/));
    const card = screen.getByRole('group', { name: /mailbox is full/ });
    expect(within(card).queryByRole('button', { name: 'Run from here' })).toBeNull();
  });

  it('has its lines in the log, indented, and a line shows what it is about', async () => {
    const user = userEvent.setup();
    const { stores } = await ran();
    await user.type(screen.getByRole('searchbox', { name: 'Filter the log' }), 'move');
    const [line] = within(screen.getByRole('treegrid', { name: 'Log' })).getAllByRole('row').slice(1);
    expect(line).toHaveTextContent(/Move.*Started/);
    await user.click(line ?? expect.fail());
    expect(row(/Move/)).toHaveAttribute('aria-selected', 'true');
    expect(row(/Move/)).toHaveAttribute('aria-level', '5');
    expect(stores.runs.getState().executions.triage?.split('/')).toHaveLength(3);
  });
});

it('waits where the guard stops in there, shows it, and names that execution in what it tells the run', async () => {
  const user = userEvent.setup();
  const upTo = events.findIndex((event) => event.type === 'childEvent' && event.event.type === 'activityQueued' && event.event.activity === 'send');
  const queued = events[upTo] ?? expect.fail();
  const inner = queued.type === 'childEvent' && queued.event.type === 'activityQueued' ? queued.event : expect.fail();
  const { execution, activity, item, items } = inner;
  const paused: RunEvent = { ...queued, seq: queued.seq + 1, ...(queued.type === 'childEvent' ? { event: { ...queued.event, type: 'paused', execution, activity, item, items, reason: 'guard', risk: 'sends', inputs: [] } } : {}) };
  const command = vi.fn<FakeRunCommand>(() => Promise.resolve({ ok: true, value: undefined }));
  const { stores } = await ran([...events.slice(0, upTo + 1), paused], command);
  const bar = screen.getByRole('group', { name: 'Paused' });
  expect(bar).toHaveTextContent('Answer: Paused before Send: it sends mail from a real mailbox');
  expect(stores.runs.getState().runs.triage?.view).toMatchObject({ status: 'paused', paused: [expect.stringMatching(new RegExp(`/${execution}$`))] });
  await user.click(within(bar).getByRole('button', { name: 'Run all of these' }));
  await user.click(within(bar).getByRole('button', { name: 'Skip it' }));
  expect(command.mock.calls.map(([{ command: given }]) => given)).toEqual([{ type: 'allow', execution }, { type: 'skip', execution, what: 'activity', all: false }]);
});

it('lists the attempts of a loop below its execution, with why it went on', async () => {
  const user = userEvent.setup();
  await ran();
  await user.click(row(/Ask/));
  await user.keyboard('{ArrowRight}');
  expect(rows().slice(1, 4)).toEqual(['2 SuccessAttempt 1', '2 SuccessAttempt 2', '2 SuccessAttempt 3']);
  expect(screen.getByTitle('Count was 1, expected at least 3')).toBeInTheDocument();
});

it('tells of failures that a link took care of, and shows each', async () => {
  const user = userEvent.setup();
  await ran();
  expect(screen.getByText(/3 activity runs, 1 failure handled by links/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '1 failure handled' }));
  await user.click(screen.getByRole('menuitem', { name: /^Call/ }));
  expect(row(/Call/)).toHaveAttribute('aria-selected', 'true');
});

describe('the card of an activity that loops', () => {
  const attemptsAfter = (wanted: number): readonly [string, string] => {
    const upTo = events.findIndex((event) => event.type === 'loopAttempt' && event.attempt === wanted) + 1;
    const run = { document: outer, view: events.slice(0, upTo).reduce(foldRunEvent, emptyRunView) };
    const [card] = cardsOf({ document: outer, registry, connections: [], problems: [], marks: noMarks, links: [], run });
    return [card?.attempts ?? '', card === undefined ? '' : cardName(card)];
  };

  it('counts the attempts while it loops, and says how many there were', () => {
    expect(attemptsAfter(2)).toEqual(['attempt 3', expect.stringContaining('repeats, attempt 3')]);
    expect(attemptsAfter(3)).toEqual(['3×', expect.stringContaining('repeats, attempts made: 3')]);
    expect(view.activities.ask?.loop).toEqual({ attempts: 3, goesOn: false, most: 3 });
  });
});
