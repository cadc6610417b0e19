import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { AppShell } from '../../../renderer/app/AppShell.tsx';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { shellCommands } from '../../../renderer/commands/shellCommands.ts';
import { showProblem } from '../../../renderer/commands/showProblem.ts';
import { windowSizes } from '../../../renderer/ui/windowSizes.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

// The window loads these while it is idle.
beforeAll(() => loadAhead(() => Promise.resolve()));

/** A window so small that side bar and properties lie over the canvas. */
beforeEach(() => {
  const wide = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => Object.assign(wide(query), { matches: query === windowSizes.small || query === windowSizes.narrow }));
});
afterEach(() => vi.mocked(window.matchMedia).mockRestore());

const sideBar = (): HTMLElement | null => screen.queryByRole('complementary', { name: 'Side bar' });
const properties = (): HTMLElement => screen.getByLabelText('Properties', { selector: 'aside' });
const nameField = (): HTMLElement => within(properties()).getByRole('textbox', { name: 'Name' });

/** The properties of an activity, with the focus in its name. */
async function editing(): Promise<OpenRunbook & { run(id: 'view.sideBar' | 'view.propertyPanel' | 'view.runbooks'): void }> {
  const shown = await showOver(triageRunbook, <AppShell />);
  act(() => shown.stores.editor.getState().select('triage', { activities: ['reply'] }));
  await userEvent.click(within(properties()).getByRole('tab', { name: 'General' }));
  act(() => nameField().focus());
  const bindings = shellCommands(shown.stores);
  return { ...shown, run: (id) => act(() => bindings[id]?.run()) };
}

it('shows the side bar in place of the properties, and gives them back with the focus when it is closed', async () => {
  const { run } = await editing();
  const field = nameField();
  expect(properties()).toBeVisible();
  run('view.sideBar');
  expect(sideBar()).toContainElement(document.activeElement instanceof HTMLElement ? document.activeElement : null);
  expect(properties()).not.toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(sideBar()).toBeNull();
  expect(properties()).toBeVisible();
  expect(field).toHaveFocus();
});

it('closes the side bar as soon as the focus is in what it covers', async () => {
  const { run } = await editing();
  run('view.runbooks');
  expect(sideBar()).toBeVisible();
  act(() => screen.getByRole('tab', { name: /^Triage/ }).focus());
  expect(sideBar()).toBeNull();
  expect(properties()).toBeVisible();
});

it('shows the properties in place of the side bar when they are asked for', async () => {
  const { run, stores } = await editing();
  run('view.sideBar');
  run('view.propertyPanel');
  expect(sideBar()).toBeNull();
  expect(properties()).toBeVisible();
  run('view.propertyPanel');
  expect(stores.layout.getState().propertyPanelOpen).toBe(false);
});

it('shows a problem where the side bar was, with the focus in its field', async () => {
  const { run, stores } = await editing();
  run('view.sideBar');
  act(() => showProblem(stores, 'triage', { code: 'property.missing', severity: 'error', what: 'Reply needs an ID.', fix: 'Enter one.', activity: 'reply', field: 'id' }));
  await waitFor(() => expect(properties()).toContainElement(document.activeElement instanceof HTMLElement ? document.activeElement : null));
  expect(sideBar()).toBeNull();
});
