import type { KeyboardEvent } from 'react';
import { isError } from '../../stores/traceFilter.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { matchesShortcut } from '../../ui/shortcut.ts';
import { viewOfKey, type MessageViewName } from './messageViews.ts';

/** Copies the chosen pair, wherever in the viewer the focus is. */
export const copyPairKey = 'CmdOrCtrl+Shift+C';

/** What the keys of the trace viewer do. */
export interface TraceKeys {
  readonly shown: readonly TraceSummary[];
  readonly selected: string | undefined;
  select(id: string): void;
  copy(): void;
  /** Shows both halves of the pair in one way. */
  show(view: MessageViewName): void;
}

/** The pair after (or before) the selected one that failed or was throttled; round the end of the list. */
function nextProblem(rows: readonly TraceSummary[], selected: string | undefined, step: 1 | -1): TraceSummary | undefined {
  const at = rows.findIndex(({ id }) => id === selected);
  const after = step === 1 ? [...rows.slice(at + 1), ...rows.slice(0, at + 1)] : [...rows.slice(0, Math.max(0, at)).toReversed(), ...rows.slice(Math.max(0, at)).toReversed()];
  return after.find((summary) => isError(summary) || summary.result.class === 'throttled');
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
export const traceKeys = ({ shown, selected, select, copy, show }: TraceKeys) => (event: KeyboardEvent): void => {
  if (event.defaultPrevented) return;
  const view = viewOfKey(event);
  if (view !== undefined) show(view);
  else if (event.key === 'F4') {
    const problem = nextProblem(shown, selected, event.shiftKey ? -1 : 1);
    if (problem !== undefined) select(problem.id);
  } else if (matchesShortcut(event, copyPairKey)) copy();
  // A document looks for the text itself.
  else if (matchesShortcut(event, 'CmdOrCtrl+F')) event.currentTarget.querySelector<HTMLInputElement>('input[role="combobox"]')?.focus();
  else return;
  event.preventDefault();
};
