import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortal } from 'react-dom';
import { followPresses } from '../../renderer/ui/afterPress.ts';

/** A listener on a part of the page that stays when the components are gone. */
interface Listener {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: EventListenerOrEventListenerObject;
  readonly capture: boolean;
  readonly signal: AbortSignal | undefined;
}

// As the app does when it starts; it goes on for as long as there is a window.
followPresses();

type Add = typeof window.addEventListener;
type Remove = typeof window.removeEventListener;

const listening = new Set<Listener>();
const staying = new Map<EventTarget, string>([[window, 'window'], [document, 'document'], [document.documentElement, 'html'], [document.body, 'body']]);
const captures = (options: boolean | EventListenerOptions | undefined): boolean => (typeof options === 'object' ? options.capture === true : options === true);

function forget(target: EventTarget, type: string, listener: unknown, capture: boolean): void {
  for (const one of listening) if (one.target === target && one.type === type && one.listener === listener && one.capture === capture) listening.delete(one);
}

/** Keeps account of who listens. A part of the page calls the methods of its prototype; those of the window are its own. */
function watch(owner: { addEventListener: Add; removeEventListener: Remove }, targetOf: (self: EventTarget) => EventTarget): void {
  const { addEventListener: add, removeEventListener: remove } = owner;
  owner.addEventListener = function (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void {
    const target = targetOf(this);
    add.call(this, type, listener, options);
    if (!staying.has(target) || listener === null) return;
    const capture = captures(options);
    forget(target, type, listener, capture);
    const { once, signal } = typeof options === 'object' ? options : {};
    listening.add({ target, type, listener, capture, signal });
    if (once === true) add.call(this, type, () => forget(target, type, listener, capture), { once, capture });
  };
  owner.removeEventListener = function (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void {
    remove.call(this, type, listener, options);
    forget(targetOf(this), type, listener, captures(options));
  };
}

watch(EventTarget.prototype, (self) => self ?? window);
watch(window, () => window);
const { addEventListener, removeEventListener } = window;

// React and user-event listen to a page once, from the first time they meet it, and for good.
render(createPortal(null, document.body));
cleanup();
userEvent.setup();

const text = ({ target, type, listener }: Listener): string => `a listener of ${type} on ${staying.get(target)}: ${String(typeof listener === 'function' ? listener : listener.handleEvent).slice(0, 160)}`;

/** Answers a function that tells what is there that was not there before: listeners, parts of the page, what is stored. It also clears it away. */
export function leftovers(): () => string[] {
  const before = new Set(listening);
  return () => {
    const found = [...listening].filter((one) => !before.has(one) && one.signal?.aborted !== true);
    for (const { target, type, listener, capture } of found) target.removeEventListener(type, listener, { capture });
    const parts = [...document.body.children].map(({ outerHTML }) => `a part of the page: ${outerHTML.slice(0, 160)}`);
    document.body.replaceChildren();
    const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) => `a stored value: ${key}`);
    localStorage.clear();
    sessionStorage.clear();
    const replaced = window.addEventListener === addEventListener && window.removeEventListener === removeEventListener ? [] : ['a way to listen to the window that is not its own'];
    Object.assign(window, { addEventListener, removeEventListener });
    return [...found.map(text), ...parts, ...stored, ...replaced];
  };
}
