import type { KeyboardEvent } from 'react';
import { matchesShortcut } from '../../ui/shortcut.ts';
import { viewOfKey, type MessageViewName } from './messageViews.ts';

/** Copies the chosen pair, wherever in the viewer the focus is. */
export const copyPairKey = 'CmdOrCtrl+Shift+C';

/** What the keys of the trace viewer do. */
export interface TraceKeys {
  /** Goes to the next or previous request that failed. */
  step(direction: 1 | -1): void;
  copy(): void;
  /** Shows both halves of the pair in one way. */
  show(view: MessageViewName): void;
}

const viewerMark = 'data-trace-viewer';
/** Marks what the keys work in. */
export const traceViewerMark = { [viewerMark]: '' };

/** Moves the focus from the list to the message that is shown. */
export function focusMessage(): void {
  const viewer = document.activeElement?.closest(`[${viewerMark}]`);
  const panel = viewer?.querySelector<HTMLElement>('section[aria-label="Response"] [role="tabpanel"]') ?? viewer?.querySelector<HTMLElement>('[role="tabpanel"]');
  (panel?.querySelector<HTMLElement>('.cm-content') ?? panel)?.focus();
}

/** The keys of the trace viewer, for its outermost element: what a part of it has used already is left alone. */
export const traceKeys = ({ step, copy, show }: TraceKeys) => (event: KeyboardEvent): void => {
  if (event.defaultPrevented) return;
  const view = viewOfKey(event);
  if (view !== undefined) show(view);
  else if (event.key === 'F4') step(event.shiftKey ? -1 : 1);
  else if (matchesShortcut(event, copyPairKey)) copy();
  // A document looks for the text itself.
  else if (matchesShortcut(event, 'CmdOrCtrl+F')) event.currentTarget.querySelector<HTMLInputElement>('input[role="combobox"]')?.focus();
  else return;
  event.preventDefault();
};
