import { describe, expect, it } from 'vitest';
import { createLayoutStore, type LayoutState, type Tab } from '../../../renderer/stores/layout.ts';

const runbook = (key: string): Tab => ({ kind: 'runbook', key });

function open(...keys: readonly string[]): { readonly state: () => LayoutState } {
  const store = createLayoutStore();
  keys.forEach((key) => store.getState().openTab(runbook(key)));
  return { state: store.getState };
}

describe('tabs', () => {
  it('begin with the first page', () => {
    expect(open().state()).toMatchObject({ tabs: [{ kind: 'welcome' }], activeTab: { kind: 'welcome' } });
  });

  it('open once', () => {
    const { state } = open('a', 'b', 'a');
    expect(state().tabs).toEqual([{ kind: 'welcome' }, runbook('a'), runbook('b')]);
    expect(state().activeTab).toEqual(runbook('a'));
  });

  it('give the front to their right neighbor, else to the left one, when they close', () => {
    const { state } = open('a', 'b');
    state().openTab(runbook('a'));
    state().closeTab(runbook('a'));
    expect(state().activeTab).toEqual(runbook('b'));
    state().closeTab(runbook('b'));
    expect(state().activeTab).toEqual({ kind: 'welcome' });
    state().closeTab({ kind: 'welcome' });
    expect(state()).toMatchObject({ tabs: [], activeTab: undefined });
  });

  it('stay in front when another one closes', () => {
    const { state } = open('a', 'b');
    state().closeTab(runbook('a'));
    expect(state().activeTab).toEqual(runbook('b'));
  });
});

describe('parts', () => {
  it('hide the side bar when its view is chosen again', () => {
    const { state } = open();
    state().chooseSideView('runbooks');
    expect(state().sideBarOpen).toBe(false);
    state().chooseSideView('connections');
    expect(state()).toMatchObject({ sideBarOpen: true, sideView: 'connections' });
  });

  it('show the bottom panel with a tab, and toggle', () => {
    const { state } = open();
    state().showBottom('problems');
    expect(state()).toMatchObject({ bottomOpen: true, bottomTab: 'problems' });
    state().toggle('bottomOpen');
    expect(state()).toMatchObject({ bottomOpen: false, bottomTab: 'problems' });
    state().toggle('bottomOpen', false);
    expect(state().bottomOpen).toBe(false);
  });

  it('keep the sizes that were not changed', () => {
    const { state } = open();
    state().resize({ bottom: 400 });
    expect(state().sizes).toEqual({ sideBar: 240, properties: 380, bottom: 400 });
  });

  it('tell nobody of sizes that are as before', () => {
    const { state } = open();
    const before = state().sizes;
    state().resize({ ...before });
    expect(state().sizes).toBe(before);
  });
});
