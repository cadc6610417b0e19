import { describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { keepSession, reopenSession } from '../../../renderer/commands/session.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import type { Session } from '../../../shared/workspace/settings.ts';
import { errorData } from '../../../shared/errors/appError.ts';

const view = { id: 'w', name: 'Team', path: '/team', demo: false, runbooks: ['a', 'b'].map((key) => ({ key, name: key.toUpperCase(), folder: '' })) };
const session: Session = {
  workspace: { path: '/team', demo: false },
  tabs: [{ kind: 'runbook', key: 'a' }, { kind: 'runbook', key: 'gone' }, { kind: 'settings' }, { kind: 'runbook', key: 'b' }, { kind: 'of a newer version' }],
  active: { kind: 'runbook', key: 'a' },
  sideView: 'connections',
  sideBarOpen: false,
  bottomOpen: true,
  bottomTab: 'problems',
  propertyPanelOpen: false,
};

async function started(settings: Parameters<typeof createFakeClient>[1], answers: Parameters<typeof createFakeClient>[0] = {}): Promise<Stores> {
  const stores = createStores(createFakeClient(answers, { workspace: view, runbooks: { a: Runbook.parse({ name: 'A' }), b: Runbook.parse({ name: 'B' }) }, ...settings }));
  await stores.settings.getState().load();
  return stores;
}

describe('the session before', () => {
  it('is opened again with those of its tabs that are still there', async () => {
    const stores = await started({ settings: { session } });
    await reopenSession(stores);
    const { tabs, activeTab, sideView, sideBarOpen, bottomOpen, bottomTab, propertyPanelOpen } = stores.layout.getState();
    expect(stores.workspace.getState().view?.path).toBe('/team');
    expect(tabs).toEqual([{ kind: 'runbook', key: 'a' }, { kind: 'settings' }, { kind: 'runbook', key: 'b' }]);
    expect(activeTab).toEqual({ kind: 'runbook', key: 'a' });
    expect({ sideView, sideBarOpen, bottomOpen, bottomTab, propertyPanelOpen }).toEqual({ sideView: 'connections', sideBarOpen: false, bottomOpen: true, bottomTab: 'problems', propertyPanelOpen: false });
  });

  it('is left alone where the person does not want it', async () => {
    const stores = await started({ settings: { session, reopen: false } });
    await reopenSession(stores);
    expect(stores.layout.getState().tabs).toEqual([{ kind: 'welcome' }]);
  });

  it('leaves the first page where the folder is gone, with the reason', async () => {
    const stores = await started({ settings: { session } }, { workspace: { open: () => Promise.resolve({ ok: false, error: errorData('workspace.notFound', { path: '/team' }) }) } });
    await reopenSession(stores);
    expect(stores.layout.getState().tabs).toEqual([{ kind: 'welcome' }]);
    expect(stores.workspace.getState().error?.code).toBe('workspace.notFound');
  });
});

describe('this session', () => {
  it('is remembered a moment after it changed, once for many changes', async () => {
    vi.useFakeTimers();
    const changes: unknown[] = [];
    const stores = await started({}, {});
    const { change } = stores.settings.getState();
    stores.settings.setState({ change: (what) => { changes.push(what); return change(what); } });
    const window = new EventTarget();
    keepSession(stores, window);
    stores.layout.getState().openTab({ kind: 'runbook', key: 'a' });
    stores.layout.getState().openTab({ kind: 'runbook', key: 'b' });
    await vi.runAllTimersAsync();
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ session: { active: { kind: 'runbook', key: 'b' } } });
    stores.layout.getState().showHint(true);
    await vi.runAllTimersAsync();
    expect(changes).toHaveLength(1);
    window.dispatchEvent(new Event('beforeunload'));
    expect(changes).toHaveLength(1);
    vi.useRealTimers();
  });

  it('is remembered without that moment when the window closes', async () => {
    const changes: unknown[] = [];
    const stores = await started({}, {});
    stores.settings.setState({ change: async (what) => void changes.push(what) });
    const window = new EventTarget();
    keepSession(stores, window);
    stores.layout.getState().openTab({ kind: 'runbook', key: 'a' });
    window.dispatchEvent(new Event('beforeunload'));
    expect(changes).toMatchObject([{ session: { active: { kind: 'runbook', key: 'a' } } }]);
  });
});
