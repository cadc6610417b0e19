import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '../../../renderer/app/Announcer.tsx';
import { showWith } from '../showWith.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what happens is told by a polite live region, and what stops a run by one that interrupts', () => {
  const { announce } = showWith(<Announcer />).stores.app.getState();
  act(() => announce('Find finished: success'));
  expect(screen.getByRole('status')).toHaveTextContent(/^Find finished: success$/);
  expect(screen.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByRole('alert')).toHaveTextContent('');
  act(() => announce('Stopped after 1.2 s.', true));
  expect(screen.getByRole('alert')).not.toHaveTextContent('Stopped');
  act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getByRole('alert')).toHaveTextContent(/^Stopped after 1.2 s\.$/);
});

test('the same sentence is put there anew, so that it is spoken again', () => {
  const { announce } = showWith(<Announcer />).stores.app.getState();
  act(() => announce('Not found'));
  const before = screen.getByText('Not found');
  act(() => {
    vi.advanceTimersByTime(1000);
    announce('Not found');
  });
  expect(screen.getByText('Not found')).not.toBe(before);
});
