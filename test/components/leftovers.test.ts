import { expect, it } from 'vitest';
import { leftovers } from './leftovers.ts';

it('a file that leaves something in the window is told what, and the next one does not find it', () => {
  const left = leftovers();
  let heard = 0;
  window.addEventListener('keydown', () => (heard += 1));
  document.addEventListener('focusin', () => (heard += 1), { capture: true });
  document.body.append(document.createElement('dialog'));
  sessionStorage.setItem('draft', 'x');
  const own = window.addEventListener;
  Object.assign(window, { addEventListener: () => undefined });
  expect(left()).toEqual([expect.stringContaining('keydown on window'), expect.stringContaining('focusin on document'), 'a part of the page: <dialog></dialog>', 'a stored value: draft', 'a way to listen to the window that is not its own']);
  expect(window.addEventListener).toBe(own);
  window.dispatchEvent(new Event('keydown'));
  document.dispatchEvent(new Event('focusin'));
  expect(heard).toBe(0);
  expect(document.body.childElementCount + sessionStorage.length).toBe(0);
});

it('what is taken away, has ended or was heard once, is not left', () => {
  const left = leftovers();
  const none = (): void => {};
  const end = new AbortController();
  window.addEventListener('keydown', none, true);
  window.removeEventListener('keydown', none, { capture: true });
  document.addEventListener('focusin', none, { signal: end.signal });
  end.abort();
  document.body.addEventListener('click', none, { once: true });
  document.body.click();
  expect(left()).toEqual([]);
});
