import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Dialogs } from '../../../renderer/app/Dialogs.tsx';
import { createCommandCenter } from '../../../renderer/commands/commandCenter.ts';
import { helpOf } from '../../../renderer/commands/helpTopic.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { showProblem } from '../../../renderer/commands/showProblem.ts';
import { PropertyPanel } from '../../../renderer/features/properties/PropertyPanel.tsx';
import { activities } from '../../../shared/activities/registry.ts';
import type { Problem } from '../../../shared/runbook/problems.ts';
import { showOver } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const reply = activities.get('exchange.replyToEmail') ?? expect.fail();

async function showing() {
  const openExternal = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
  const shown = await showOver(triageRunbook, <div aria-label="Properties"><PropertyPanel /><Dialogs /></div>, { app: { openExternal } });
  act(() => shown.stores.editor.getState().select('triage', { activities: ['reply'] }));
  return { ...shown, openExternal, shell: createCommandCenter(shellCommands(shown.stores)) };
}

describe('F1', () => {
  it('explains the field that has the focus, with the way to the documentation of its activity', async () => {
    const { shell, openExternal } = await showing();
    screen.getByRole('checkbox', { name: 'Reply To All' }).focus();
    act(() => shell.run('help.topic'));
    const help = within(screen.getByRole('dialog', { name: 'Reply To All' }));
    expect(help.getByText(reply.properties.replyToAll?.help ?? expect.fail())).toBeVisible();
    await userEvent.click(help.getByRole('button', { name: 'Documentation of Reply To E-Mail' }));
    expect(openExternal).toHaveBeenCalledWith({ url: reply.reference });
    await userEvent.click(help.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('explains the part of the window where no field has the focus', () => {
    expect(helpOf(document.body)).toEqual({ topic: 'window' });
    expect(helpOf(null)).toEqual({ topic: 'window' });
  });

  it('works in a dialog, which stays as it is', async () => {
    const { shell, stores } = await showing();
    act(() => stores.layout.getState().openDialog({ kind: 'connection', target: {} }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Contoso');
    act(() => shell.run('help.topic'));
    const help = within(screen.getByRole('dialog', { name: 'Name' }));
    expect(help.queryByRole('button', { name: 'All keys' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Contoso');
  });
});

describe('a problem that is shown', () => {
  const problem: Problem = { code: 'property.missing', severity: 'error', what: 'Reply needs an ID.', fix: 'Enter one.', activity: 'reply', field: 'id' };

  it.each([[false, true], [true, false]])('in a window that is low (%s) leaves the bottom panel open: %s', async (low, open) => {
    const { stores, editor } = await showOver(triageRunbook, <p />);
    const media = vi.spyOn(window, 'matchMedia').mockReturnValue(Object.assign(window.matchMedia('all'), { matches: low }));
    stores.layout.getState().showBottom('problems');
    showProblem(stores, 'triage', problem);
    media.mockRestore();
    expect(stores.layout.getState()).toMatchObject({ bottomOpen: open, propertyPanelOpen: true });
    expect(editor().selection.activities).toEqual(['reply']);
  });
});
