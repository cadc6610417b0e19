import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClient, fails } from '../../../renderer/api/fakeClient.ts';
import { createCommandCenter, type CommandCenter } from '../../../renderer/commands/commandCenter.ts';
import { editorCommands } from '../../../renderer/commands/editorCommands.ts';
import { createKeyAnswers } from '../../../renderer/commands/keyAnswers.ts';
import { runCommands } from '../../../renderer/commands/runCommands.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { traceCommands } from '../../../renderer/commands/traceCommands.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { errorData } from '../../../shared/errors/appError.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

const runbooks = { triage: Runbook.parse({ name: 'Triage' }) };

interface Window {
  readonly stores: Stores;
  readonly center: CommandCenter;
  readonly begins: ReturnType<typeof vi.fn>;
  /** The line at the bottom of the window. */
  said(): string | undefined;
  press(key: string): void;
}

function windowOver(api: AppApi = createFakeClient({}, { runbooks })): Window {
  const stores = createStores(api);
  const begins = vi.fn();
  const target = new EventTarget();
  const bindings = { ...shellCommands(stores), ...editorCommands(stores), ...runCommands(stores), ...traceCommands(stores) };
  const center: CommandCenter = createCommandCenter(bindings, () => false, undefined, createKeyAnswers(stores, () => center, target, begins));
  return { stores, center, begins, said: () => stores.app.getState().notice?.text, press: (key) => target.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key })) };
}

/** A client that reads runbooks when it is told to. */
function slowClient(answer: Partial<Pick<AppApi['runbooks'], 'read'>> = {}): { readonly api: AppApi; readonly release: () => Promise<void> } {
  const api = createFakeClient({}, { runbooks });
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const read: AppApi['runbooks']['read'] = async (wanted) => {
    await gate;
    return (answer.read ?? api.runbooks.read)(wanted);
  };
  return {
    api: { ...api, runbooks: { ...api.runbooks, read } },
    async release() {
      go();
      await new Promise(setImmediate);
    },
  };
}

const open = (window: Window): void => {
  window.stores.layout.getState().openTab({ kind: 'runbook', key: 'triage' });
  void window.stores.editor.getState().load('triage');
};

describe('a key whose command does not apply', () => {
  it('is answered with the reason', () => {
    const { center, said } = windowOver();
    center.press('run.pause');
    expect(said()).toBe('Open a runbook first.');
  });

  it('is answered in one line, however often it is pressed', () => {
    const { center, stores } = windowOver();
    center.press('run.pause');
    const first = stores.app.getState().notice;
    center.press('run.pause');
    expect(stores.app.getState().notice).toBe(first);
  });

  it('is passed over where everybody expects nothing: saving what is saved', () => {
    const { center, said } = windowOver();
    center.press('file.save');
    center.press('file.saveAll');
    expect(said()).toBeUndefined();
  });
});

describe('a key for a runbook that is still being read', () => {
  let slow: ReturnType<typeof slowClient>;
  let window: Window;
  const asked = (): unknown => window.stores.editor.getState().open['triage']?.prompt;
  beforeEach(() => {
    slow = slowClient();
    window = windowOver(slow.api);
    open(window);
  });

  it('waits, says so, and is done once the runbook is there', async () => {
    window.center.press('runbook.addActivity');
    expect(window.said()).toBe('Add Activity: waits until the runbook has been read. Esc ends the waiting.');
    expect(window.begins).not.toHaveBeenCalled();
    await slow.release();
    expect(asked()).toMatchObject({ kind: 'quickAdd' });
    expect(window.begins).toHaveBeenCalledWith('runbook.addActivity');
    expect(window.said()).toBeUndefined();
  });

  it('says why when its command does not apply then either', async () => {
    window.center.press('run.pause');
    await slow.release();
    expect(window.said()).toBe('No test is running.');
  });

  it('gives way to the next one', async () => {
    window.center.press('runbook.addActivity');
    window.center.press('edit.find');
    await slow.release();
    expect(asked()).toBeUndefined();
    expect(window.stores.editor.getState().open['triage']?.find?.open).toBe(true);
  });

  it.each([
    ['Escape', (): void => window.press('Escape'), 'Add Activity: not done.'],
    ['Stop', (): void => window.center.press('run.stop'), 'Add Activity: not done.'],
    ['another tab', (): void => window.stores.layout.getState().openTab({ kind: 'settings' }), 'Add Activity: not done, because another tab came to the front.'],
  ])('is left with %s', async (_, leave, words) => {
    window.center.press('runbook.addActivity');
    leave();
    expect(window.said()).toBe(words);
    await slow.release();
    window.stores.layout.getState().openTab({ kind: 'runbook', key: 'triage' });
    expect(asked()).toBeUndefined();
  });

  it('waits no more when the runbook cannot be read, which its tab says', async () => {
    const broken = slowClient({ read: () => fails(errorData('app.invalidRequest')) });
    window = windowOver(broken.api);
    open(window);
    window.center.press('runbook.addActivity');
    await broken.release();
    expect(window.said()).toBeUndefined();
    expect(window.begins).not.toHaveBeenCalled();
  });
});
