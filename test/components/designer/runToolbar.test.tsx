import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { runCommands } from '../../../renderer/commands/runCommands.ts';
import { beginTest } from '../../../renderer/commands/startRun.ts';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import { activities } from '../../../shared/activities/registry.ts';
import { isCommandId } from '../../../shared/commands/commands.ts';
import type { ContextMenu } from '../../../shared/commands/contextMenu.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import type { AppApi, RunRequest } from '../../../shared/ipc/contract.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const designer = <Designer runbookKey="triage" />;

afterEach(() => vi.restoreAllMocks());

/** As if the parts of the bar from this one on had wrapped to a second line. */
function wrapFrom(part: string): void {
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    const parts = [...(this.parentElement?.children ?? [])];
    const first = parts.findIndex((one) => one instanceof HTMLElement && one.dataset['part'] === part);
    return first >= 0 && parts.indexOf(this) >= first ? 40 : 0;
  });
}

describe('the tool bar', () => {
  it('steps into what the paused activity invokes', async () => {
    const stream = scriptedStream<RunRequest, RunEvent>();
    const command = vi.fn<AppApi['runs']['command']>(() => Promise.resolve({ ok: true, value: undefined }));
    const { stores } = await showOver(triageRunbook, designer, { runs: { start: stream.open, command } });
    expect(screen.getByRole('button', { name: 'Step Into' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(screen.getByRole('button', { name: 'Step Into' }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Step Into (F11). No test is paused. Step, or a breakpoint, pauses one.');
    act(() => stores.layout.getState().showHint(true));
    act(() => beginTest(stores, activities, 'triage', { mode: 'step' }));
    expect(runCommands(stores)['run.withoutBreakpoints']?.why).toBe('A test of this runbook is running. Stop it first.');
    // What the hint says is being done.
    expect(stores.layout.getState().hint).toBe(false);
    const begun = scriptedEvents().slice(0, 11);
    act(() => stream.emit(...begun, { type: 'paused', execution: 'execution-2', activity: 'reply', item: 1, items: 2, reason: 'step', inputs: [], seq: begun.length + 1, at: '2026-11-23T10:00:01.000Z', run: 'run-1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Step Into' }));
    expect(command).toHaveBeenCalledWith(expect.objectContaining({ command: { type: 'stepInto' } }));
  });

  it('keeps the commands that find no room in a menu, and takes them out of the way', async () => {
    const popped: ContextMenu[] = [];
    wrapFrom('edit.undo');
    await showOver(triageRunbook, designer, { menus: { popUp: (menu) => (popped.push(menu), Promise.resolve({ ok: true, value: 'view.outline' })) } });
    expect(screen.getByRole('button', { name: 'Add Activity' })).toBeVisible();
    for (const name of ['Undo', 'Redo', 'Zoom in', 'Fit', 'Outline']) expect(screen.queryByRole('button', { name })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'More commands' }));
    const shown = popped[0]?.entries.flatMap((entry) => (entry === 'separator' ? [] : [entry])) ?? [];
    expect(shown.filter(({ id }) => isCommandId(id))).toHaveLength(shown.length);
    expect(shown.map(({ id }) => id).slice(0, 6)).toEqual(['edit.undo', 'edit.redo', 'view.zoomOut', 'view.zoomIn', 'view.fit', 'view.outline']);
    expect(await screen.findByRole('tree', { name: /^Outline of/ })).toBeVisible();
  });

  it('has room for all of them in a wide window', async () => {
    await showOver(triageRunbook, designer);
    expect(screen.getByRole('button', { name: 'Outline' })).toBeVisible();
  });
});
