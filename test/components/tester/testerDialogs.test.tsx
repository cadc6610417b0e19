import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BreakpointDialog } from '../../../renderer/features/tester/BreakpointDialog.tsx';
import { BreakpointsDialog } from '../../../renderer/features/tester/BreakpointsDialog.tsx';
import { PinDialog } from '../../../renderer/features/tester/PinDialog.tsx';
import type { TesterMarks } from '../../../shared/engine/testerMarks.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const close = (): void => undefined;
const vip = { subject: { of: 'text', text: '{{find.Subject}}' }, operator: 'contains', value: 'VIP' } as const;

async function shown(element: Parameters<typeof showOver>[1], marks: TesterMarks = { breakpoints: [], pins: {} }): Promise<OpenRunbook & { now(): TesterMarks | undefined }> {
  const over = await showOver(triageRunbook, element, { tester: { read: () => Promise.resolve({ ok: true, value: { triage: marks } }) } });
  await over.stores.tester.getState().load();
  return { ...over, now: () => over.stores.tester.getState().marks.triage };
}

describe('a breakpoint with a condition', () => {
  it('waits for the number of an item', async () => {
    const user = userEvent.setup();
    const { now } = await shown(<BreakpointDialog runbook="triage" activity="reply" onClose={close} />);
    expect(screen.getByRole('dialog', { name: 'Pause before Reply when' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Set breakpoint' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Value' }), '2{Enter}');
    expect(now()?.breakpoints).toEqual([{ activity: 'reply', condition: { subject: { of: 'item' }, operator: 'equals', value: '2' } }]);
  });

  it('looks at what an activity before publishes, with the relations of its data type', async () => {
    const user = userEvent.setup();
    const { now } = await shown(<BreakpointDialog runbook="triage" activity="reply" onClose={close} />);
    await user.click(screen.getByRole('combobox', { name: 'What the condition looks at' }));
    await user.click(screen.getByRole('option', { name: 'Find › Subject' }));
    await user.click(screen.getByRole('combobox', { name: 'Relation' }));
    await user.click(screen.getByRole('option', { name: 'contains' }));
    await user.type(screen.getByRole('textbox', { name: 'Value' }), 'VIP');
    await user.click(screen.getByRole('button', { name: 'Set breakpoint' }));
    expect(now()?.breakpoints).toEqual([{ activity: 'reply', condition: vip }]);
  });
});

describe('the list of breakpoints', () => {
  const marks: TesterMarks = { breakpoints: [{ activity: 'find' }, { activity: 'reply', condition: vip }, { activity: 'gone' }], pins: {} };

  it('says where and when, without those of activities that are gone, and removes one or all', async () => {
    const user = userEvent.setup();
    const { now } = await shown(<BreakpointsDialog runbook="triage" onClose={close} />, marks);
    const rows = within(await screen.findByRole('list', { name: 'Breakpoints' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual(['Pause before Find every timeShow', 'Pause before Reply when Subject of Find contains “VIP”Show']);
    await user.click(screen.getByRole('button', { name: 'Remove the breakpoint of Find' }));
    expect(now()?.breakpoints.map(({ activity }) => activity)).toEqual(['reply', 'gone']);
    await user.click(screen.getByRole('button', { name: 'Remove all' }));
    expect(now()?.breakpoints).toEqual([]);
    expect(screen.getByText(/No breakpoint is set/)).toBeInTheDocument();
  });

  it('turns the sentence into a form, which keeps a condition once it is complete', async () => {
    const user = userEvent.setup();
    const { now } = await shown(<BreakpointsDialog runbook="triage" onClose={close} />, marks);
    await user.click(await screen.findByRole('button', { name: 'Pause before Find every time' }));
    expect(screen.getByRole('combobox', { name: 'What the condition looks at' })).toHaveFocus();
    expect(now()?.breakpoints[0]).toEqual({ activity: 'find' });
    await user.type(screen.getByRole('textbox', { name: 'Value' }), '3{Enter}');
    expect(now()?.breakpoints).toContainEqual({ activity: 'find', condition: { subject: { of: 'item' }, operator: 'equals', value: '3' } });
    expect(screen.getByRole('button', { name: 'Pause before Find when item number equals 3' })).toHaveFocus();
    await user.keyboard('{Enter}{Escape}');
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Value' })).toBeNull();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Pause every time' }));
    expect(now()?.breakpoints).toContainEqual({ activity: 'find' });
  });

  it('shows the activity on the canvas', async () => {
    const user = userEvent.setup();
    const { editor } = await shown(<BreakpointsDialog runbook="triage" onClose={close} />, marks);
    await user.click(await screen.findByRole('button', { name: 'Show Reply' }));
    expect(editor().selection.activities).toEqual(['reply']);
  });
});

describe('a pinned result', () => {
  const marks: TesterMarks = { breakpoints: [], pins: { find: [{ Subject: 'Hello' }] } };
  const type = async (text: string): Promise<void> => {
    const user = userEvent.setup();
    const field = screen.getByRole('textbox', { name: 'Rows as JSON' });
    await user.clear(field);
    await user.click(field);
    await user.paste(text);
  };

  it('is edited as JSON, and kept only when it is rows of texts', async () => {
    const { now } = await shown(<PinDialog runbook="triage" activity="find" onClose={close} />, marks);
    const keep = screen.getByRole('button', { name: 'Keep rows' });
    await type('[{"Subject": 1}]');
    expect(keep).toBeDisabled();
    expect(screen.getByRole('textbox', { name: 'Rows as JSON' })).toHaveAccessibleDescription(/A list of rows is expected/);
    await type('[{"Subject": "A"}, {"Subject": "B"}');
    expect(screen.getByRole('textbox', { name: 'Rows as JSON' })).toHaveAccessibleDescription(/This is no JSON/);
    await type('[{"Subject": "A"}, {"Subject": "B"}]');
    await userEvent.click(keep);
    expect(now()?.pins).toEqual({ find: [{ Subject: 'A' }, { Subject: 'B' }] });
  });

  it('is removed', async () => {
    const { now } = await shown(<PinDialog runbook="triage" activity="find" onClose={close} />, marks);
    await userEvent.click(screen.getByRole('button', { name: 'Remove pin' }));
    expect(now()?.pins).toEqual({});
  });
});
