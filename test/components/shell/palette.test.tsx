import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { commandIds, createCommandCenter, type CommandCenter } from '../../../renderer/commands/commandCenter.ts';
import { PaletteDialog } from '../../../renderer/features/palette/PaletteDialog.tsx';
import { showWith } from '../showWith.tsx';

function show(): { readonly commands: CommandCenter; readonly sideBar: ReturnType<typeof vi.fn>; readonly onClose: ReturnType<typeof vi.fn> } {
  const sideBar = vi.fn();
  const onClose = vi.fn();
  const commands = createCommandCenter({ 'view.sideBar': { run: sideBar, enabled: () => true }, 'view.dark': { run: () => {}, enabled: () => true } });
  commands.run('view.dark');
  const enabled = new Set<string>(commandIds.filter((id) => commands.enabled(id)));
  showWith(<PaletteDialog center={commands} enabled={enabled} onClose={onClose} />);
  return { commands, sideBar, onClose };
}

it('shows recent commands first, each with its shortcut', () => {
  show();
  expect(screen.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  const options = screen.getAllByRole('option').map((option) => option.textContent);
  expect(options[0]).toBe('Dark');
  expect(options).toContain('Side BarCtrl+B');
});

it('finds a command by name and runs it after it closed', async () => {
  const { sideBar, onClose } = show();
  await userEvent.keyboard('side b{Enter}');
  await waitFor(() => expect(sideBar).toHaveBeenCalledOnce());
  expect(onClose).toHaveBeenCalled();
});

it('shows what does not apply now, and passes over it', async () => {
  show();
  await userEvent.keyboard('save all');
  const option = screen.getByRole('option', { name: /Save All/ });
  expect(option).toHaveAttribute('aria-disabled', 'true');
  expect(option).toHaveTextContent('This command does not apply now.');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
});
