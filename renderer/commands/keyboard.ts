import { commands, type CommandId } from '../../shared/commands/commands.ts';
import { matchesShortcut } from '../ui/shortcut.ts';
import { commandIds, type CommandCenter } from './commandCenter.ts';

/** Commands whose keys belong to a text field while it has the focus. */
const textCommands: ReadonlySet<CommandId> = new Set(['edit.undo', 'edit.redo', 'edit.selectAll']);

/** Whether typing goes into this element. */
export function isTextField(element: unknown): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(element.type));
}

/** Whether a command for text is this element's own. A field that writes the runbook with every key leaves undo to the runbook. */
function isOwn(element: unknown, id: CommandId): boolean {
  if (!textCommands.has(id) || !isTextField(element) || !(element instanceof HTMLElement)) return false;
  return id === 'edit.selectAll' || element.closest('[data-undo="runbook"]') === null;
}

/** The command that a key press anywhere in the window means. Keys of the canvas are the canvas's own business. */
export function commandOf(event: KeyboardEvent, keyFor: CommandCenter['keyOf']): CommandId | undefined {
  return commandIds.find((id) => {
    const { scope, otherKey } = commands[id];
    const key = keyFor(id);
    return scope === undefined && [key, key === undefined ? undefined : otherKey].some((one) => one !== undefined && matchesShortcut(event, one));
  });
}

/**
 * Runs commands by key. The window sees a key before the native menu does and marks it as used,
 * so that the menu's accelerator, which shows the same key, does not run the command a second time.
 */
export function followKeyboard(target: Pick<Window, 'addEventListener' | 'removeEventListener'>, center: CommandCenter): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = commandOf(event, center.keyOf);
    // The browser would mark every word of the window. Fields, the canvas and code views select what is in them.
    if (id === undefined && matchesShortcut(event, 'CmdOrCtrl+A') && !isTextField(event.target)) event.preventDefault();
    if (id === undefined || isOwn(event.target, id)) return;
    event.preventDefault();
    if (!event.repeat || id === 'edit.undo' || id === 'edit.redo') center.press(id);
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

/** Runs a command that was chosen in the native menu; those for text go to the text field that has the focus. */
export function runChosen(center: CommandCenter, id: CommandId, argument?: string): void {
  if (isOwn(document.activeElement, id)) document.execCommand(id.slice('edit.'.length));
  else center.run(id, false, argument);
}
