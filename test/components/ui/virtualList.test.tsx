import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { VirtualList } from '../../../renderer/ui/VirtualList.tsx';
import { showWith } from '../showWith.tsx';

const rows = Array.from({ length: 10_000 }, (_, index) => `Request ${index + 1}`);

function List({ onOpen }: { readonly onOpen?: (key: string) => void }): ReactElement {
  const [selected, setSelected] = useState<string | undefined>(undefined);
  return (
    <VirtualList
      label="Requests"
      rows={rows}
      columns={[{ key: 'name', label: 'Name', width: '1fr', render: (row) => row }]}
      rowKey={(row) => row}
      selected={selected}
      onSelect={setSelected}
      {...(onOpen === undefined ? {} : { onOpen })}
    />
  );
}

it('is a grid that knows how long it is and draws only what is in view', () => {
  showWith(<List />);
  const grid = screen.getByRole('grid', { name: 'Requests' });
  expect(grid).toHaveAttribute('aria-rowcount', '10001');
  const drawn = within(grid).getAllByRole('row');
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.length).toBeLessThan(100);
  expect(drawn[1]).toHaveAttribute('aria-rowindex', '2');
  expect(within(grid).getByRole('columnheader', { name: 'Name' })).toBeInTheDocument();
});

it('keeps the focus while its active descendant moves', async () => {
  showWith(<List />);
  const grid = screen.getByRole('grid');
  await userEvent.tab();
  expect(grid).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = screen.getByRole('row', { name: 'Request 2' });
  expect(active).toHaveAttribute('aria-selected', 'true');
  expect(grid).toHaveAttribute('aria-activedescendant', active.id);
  expect(grid).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('row', { name: 'Request 1' })).toHaveAttribute('aria-selected', 'true');
});

it('opens the chosen row with Enter', async () => {
  const onOpen = vi.fn<(key: string) => void>();
  showWith(<List onOpen={onOpen} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onOpen).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onOpen.mock.lastCall?.[0]).toBe('Request 1');
});
