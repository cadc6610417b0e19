import type { KeyboardEvent } from 'react';
import { useCommands } from '../../commands/commandCenter.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import type { CanvasEdits } from './canvasEdits.ts';
import { canvasCommand, growthOf, isForField, moveOf } from './canvasKeys.ts';

interface Options {
  readonly editor: OpenEditor;
  readonly edits: CanvasEdits;
  onSelect(activities: readonly string[]): void;
  /** Asks which of several links to follow. */
  onBranch(activity: string, forward: boolean): void;
  onOpen(): void;
  onMenuKey(target: HTMLElement): void;
}

/** The card or link stop that the focus is on. */
const focusedCard = (target: EventTarget): string | undefined => (target instanceof HTMLElement ? target.closest<HTMLElement>('.react-flow__node')?.dataset.id : undefined);

/** Moves the focus to a card, or to the canvas itself. A card that was just added appears a little later; the focus goes to it unless it has gone elsewhere meanwhile. */
export function focusCard(within: Element | null | undefined, activity: string | undefined, tries = 5): void {
  const nodes = [...(within?.querySelectorAll<HTMLElement>('.react-flow__node') ?? [])];
  const card = nodes.find(({ dataset }) => dataset.id === activity);
  const target = card ?? within?.querySelector<HTMLElement>('[data-canvas]');
  target?.focus();
  if (card !== undefined || activity === undefined || tries === 0) return;
  requestAnimationFrame(() => {
    if (target === null || target === undefined || document.activeElement === target || document.activeElement === document.body) focusCard(within, activity, tries - 1);
  });
}

/** The keys of the canvas. Tab keeps its meaning. */
export function useCanvasKeys({ editor, edits, onSelect, onBranch, onOpen, onMenuKey }: Options): (event: KeyboardEvent) => void {
  const { keyOf, press } = useCommands();
  const follow = (event: KeyboardEvent, forward: boolean): boolean => {
    const at = focusedCard(event.target) ?? editor.selection.activities[0];
    const { links } = editor.document;
    const [next, ...others] = forward ? links.filter(({ from }) => from === at).map(({ to }) => to) : links.filter(({ to }) => to === at).map(({ from }) => from);
    if (next === undefined || at === undefined) return false;
    if (others.length > 0) onBranch(at, forward);
    else {
      onSelect([next]);
      focusCard(event.currentTarget, next);
    }
    return true;
  };
  const plain = (event: KeyboardEvent): boolean => {
    const { key } = event;
    // Enter with a modifier is a command of the window.
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return false;
    if (key === 'Enter' && editor.selection.notes.length > 0) press('runbook.rename');
    else if (key === 'Enter') onOpen();
    else if (key === 'Escape') onSelect([]);
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) onMenuKey(event.target instanceof HTMLElement ? event.target : document.body);
    else if (event.altKey && (key === 'ArrowRight' || key === 'ArrowLeft')) return follow(event, key === 'ArrowRight');
    else return false;
    return true;
  };
  return (event) => {
    if (event.defaultPrevented || isForField(event.target)) return;
    // The small buttons on a card keep Enter and Space for themselves.
    if (event.target instanceof HTMLButtonElement && !event.target.dataset.link && (event.key === 'Enter' || event.key === ' ')) return;
    const command = canvasCommand(event, keyOf);
    const by = moveOf(event);
    const growth = growthOf(event);
    const { activities, notes, groups } = editor.selection;
    if (command !== undefined) press(command);
    else if (by !== undefined && activities.length + notes.length + groups.length > 0) edits.nudge(by);
    else if (growth !== undefined && notes.length > 0) edits.grow(growth);
    else if (!plain(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
