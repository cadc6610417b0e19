import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { beginTest } from '../../../renderer/commands/startRun.ts';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import { activities } from '../../../shared/activities/registry.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const designer = <Designer runbookKey="triage" />;
const vip = { subject: { of: 'text', text: '{{find.Subject}}' }, operator: 'contains', value: 'VIP' } as const;

describe('a card', () => {
  it('tells of its breakpoint with the condition, and of its pinned result', async () => {
    const { stores } = await showOver(triageRunbook, designer);
    await act(() => stores.tester.getState().change('triage', () => ({ breakpoints: [{ activity: 'reply', condition: vip }], pins: { find: [{ Subject: 'a' }, { Subject: 'b' }] } })));
    expect(screen.getByRole('group', { name: /^Reply, / })).toHaveAccessibleName(/breakpoint when Subject of Find contains “VIP”/);
    expect(screen.getByRole('group', { name: /^Find, / })).toHaveAccessibleName(/pinned result, 2 rows/);
    expect(screen.getByText('Pinned')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Breakpoint at Reply' })).toHaveAttribute('title', 'Pauses when Subject of Find contains “VIP”. Remove the breakpoint (F9)');
  });
});

describe('a link', () => {
  it('tells how many rows passed and why others did not', async () => {
    const stream = scriptedStream<RunRequest, RunEvent>();
    const { stores } = await showOver(triageRunbook, designer, { runs: { start: stream.open } });
    act(() => beginTest(stores, activities, 'triage', { mode: 'run' }));
    const stopped = scriptedEvents().map((event): RunEvent => (event.type === 'linkEvaluated' && event.row === 2 ? { ...event, followed: false, reason: 'excluded because status is warning' } : event));
    act(() => stream.emit(...stopped));
    expect(screen.getByRole('button', { name: 'Link from Find to Reply, 1 of 2 rows passed; excluded because status is warning' })).toBeInTheDocument();
  });
});

describe('the question before a test on a real mailbox', () => {
  const onReal = Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, reply: { ...triageRunbook.activities.reply, connection: 'contoso' } } });

  async function asked(document = onReal) {
    const stream = scriptedStream<RunRequest, RunEvent>();
    const { stores } = await showOver(document, designer, { runs: { start: stream.open } });
    act(() => beginTest(stores, activities, 'triage', { mode: 'runToBreakpoint' }));
    expect(screen.getByRole('dialog')).toHaveAccessibleName('This test works on a real mailbox: helpdesk@contoso.com');
    return { stream, stores };
  }

  it('steps through as the first choice, guarded', async () => {
    const { stream } = await asked();
    expect(screen.getByRole('button', { name: 'Step through' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(stream.inputs).toMatchObject([{ mode: 'step', guard: true, onDemo: false }]);
  });

  it('runs on the demo mailbox, where nothing real is touched', async () => {
    const { stream, stores } = await asked();
    await userEvent.click(screen.getByRole('button', { name: 'Run on demo mailbox' }));
    expect(stream.inputs).toMatchObject([{ mode: 'runToBreakpoint', onDemo: true }]);
    expect(stores.runs.getState().runs.triage?.real).toEqual([]);
  });

  it('runs for real, and unguarded only where that was chosen', async () => {
    const { stream } = await asked();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Stop before each of these/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Do not ask again/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Run for real' }));
    expect(stream.inputs).toMatchObject([{ mode: 'runToBreakpoint', guard: false, onDemo: false }]);
  });

  it('cannot be switched off for what deletes', async () => {
    await asked(Runbook.parse({ ...onReal, activities: { ...onReal.activities, reply: { type: 'exchange.deleteItem', name: 'Delete', connection: 'contoso', properties: { id: '{{find.ID}}' } } } }));
    expect(screen.getByText('1 activity deletes items')).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /^Do not ask again/ })).toBeNull();
  });
});
