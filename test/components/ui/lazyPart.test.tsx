import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType, ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { lazyPart } from '../../../renderer/ui/lazyPart.tsx';

function Greeting({ name }: { readonly name: string }): ReactElement {
  return <p>Hello {name}</p>;
}

it('says that it loads, and then shows the part with what it was given', async () => {
  const { promise, resolve } = withResolvers<ComponentType<{ name: string }>>();
  const Part = lazyPart(() => promise);
  render(<Part name="Ada" />);
  expect(screen.getByRole('status')).toHaveTextContent('Loading…');
  await act(async () => resolve(Greeting));
  expect(screen.getByText('Hello Ada')).toBeVisible();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

it('is on the screen at once where it was loaded ahead, and is loaded once', async () => {
  const read = vi.fn(async () => Greeting);
  const Part = lazyPart(read);
  await Part.load();
  render(<Part name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeVisible();
  await Part.load();
  expect(read).toHaveBeenCalledOnce();
});

it('says why it is not there, and tries again when asked', async () => {
  const read = vi.fn<() => Promise<typeof Greeting>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(Greeting);
  const Part = lazyPart(read);
  render(<Part name="Ada" />);
  const card = await screen.findByRole('alert');
  expect(card).toHaveTextContent('A part of the window could not be loaded.');
  expect(card).toHaveTextContent('Failed to fetch');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello Ada')).toBeVisible();
});

it('puts what it says into its frame, and the part not', async () => {
  const Part = lazyPart(async () => Greeting, (said) => <section aria-label="Frame">{said}</section>);
  render(<Part name="Ada" />);
  expect(screen.getByRole('region', { name: 'Frame' })).toContainElement(screen.getByRole('status'));
  await act(async () => undefined);
  expect(screen.getByText('Hello Ada')).toBeVisible();
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
