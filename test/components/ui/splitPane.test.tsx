import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { SplitPane } from '../../../renderer/ui/SplitPane.tsx';
import { showWith } from '../showWith.tsx';

function Pane({ direction, sized, onResized }: { readonly direction: 'row' | 'column'; readonly sized: 'first' | 'second'; readonly onResized?: (size: number) => void }): ReactElement {
  const [size, setSize] = useState(240);
  const resized = onResized === undefined ? {} : { onResized };
  return <SplitPane label="Width" direction={direction} sized={sized} size={size} minimum={200} maximum={300} onResize={setSize} {...resized} first={<p>one</p>} second={<p>two</p>} />;
}

const value = (): string | null => screen.getByRole('separator', { name: 'Width' }).getAttribute('aria-valuenow');

it.each([
  ['row', 'first', '{ArrowRight}', '256'],
  ['row', 'first', '{ArrowLeft}', '224'],
  ['row', 'second', '{ArrowRight}', '224'],
  ['column', 'second', '{ArrowUp}', '256'],
  ['column', 'first', '{ArrowUp}', '224'],
  ['row', 'first', '{Home}', '200'],
  ['row', 'first', '{End}', '300'],
  ['row', 'first', '{Shift>}{ArrowRight}{/Shift}', '300'],
] as const)('a %s whose %s part has the size answers %s with %s', async (direction, sized, keys, expected) => {
  showWith(<Pane direction={direction} sized={sized} />);
  await userEvent.tab();
  expect(screen.getByRole('separator')).toHaveFocus();
  await userEvent.keyboard(keys);
  expect(value()).toBe(expected);
});

it('stays within its bounds and says when it was moved', async () => {
  const onResized = vi.fn<(size: number) => void>();
  showWith(<Pane direction="row" sized="first" onResized={onResized} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight>8/}');
  expect(value()).toBe('300');
  expect(onResized).toHaveBeenLastCalledWith(300);
});

it('has no splitter while the sized part is collapsed', () => {
  showWith(<SplitPane label="Width" direction="row" sized="first" size={240} minimum={1} maximum={500} onResize={() => {}} collapsed first={<p>one</p>} second={<p>two</p>} />);
  expect(screen.queryByRole('separator')).not.toBeInTheDocument();
  expect(screen.queryByText('one')).not.toBeInTheDocument();
  expect(screen.getByText('two')).toBeVisible();
});

it('without room for both, the sized part covers the other one, which cannot be used meanwhile', () => {
  showWith(<SplitPane label="Height" direction="column" sized="second" size={240} minimum={100} maximum={300} covering onResize={() => undefined} first={<button>one</button>} second={<button>two</button>} />);
  expect(screen.queryByRole('separator')).toBeNull();
  expect(screen.getByText('one').closest('[inert]')).not.toBeNull();
  expect(screen.getByText('two').closest('[inert]')).toBeNull();
});
