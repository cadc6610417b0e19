import { commands, isCommandId, type CommandId } from '../../../shared/commands/commands.ts';
import { gridSize } from '../../../shared/runbook/edits.ts';
import { matchesShortcut } from '../../ui/shortcut.ts';

/** Commands whose keys work only while the canvas has the focus. */
const canvasCommands = Object.entries(commands).flatMap(([id, { scope }]) => (scope === 'canvas' && isCommandId(id) ? [id] : []));

type Press = Parameters<typeof matchesShortcut>[0];

/** The command for a key press on the canvas; Backspace deletes as Delete does, as on a Mac's keyboard. */
export function canvasCommand(event: Press, keyOf: (id: CommandId) => string | undefined): CommandId | undefined {
  if (event.key === 'Backspace') return 'runbook.delete';
  return canvasCommands.find((id) => {
    const key = keyOf(id);
    return key !== undefined && matchesShortcut(event, key);
  });
}

const directions: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** How far a key press moves what is selected, in pixels: one step of the grid, five with Shift. */
export function moveOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Press): readonly [number, number] | undefined {
  const direction = directions[key];
  if (direction === undefined || ctrlKey || altKey || metaKey) return undefined;
  const step = shiftKey ? 5 * gridSize : gridSize;
  return [direction[0] * step, direction[1] * step];
}

/** By how much a key press changes the size of the selected notes, in pixels: Ctrl (Cmd) and Shift with an arrow. */
export function growthOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Press): readonly [number, number] | undefined {
  const direction = directions[key];
  if (direction === undefined || !shiftKey || altKey || ctrlKey === metaKey) return undefined;
  return [direction[0] * gridSize, direction[1] * gridSize];
}

/** Whether a key press belongs to a field or a button inside the canvas rather than to the canvas. */
export function isForField(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
