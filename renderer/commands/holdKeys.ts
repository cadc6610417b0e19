import { commands, type CommandId } from '../../shared/commands/commands.ts';
import { isTextField } from './keyboard.ts';

/** How long a field may take to appear, in milliseconds; a command that opens none after all must not keep the keys for good. */
const longest = 10_000;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/** Whether a key writes or edits a text, or ends it: everything else keeps its meaning. AltGr is Ctrl and Alt at once. */
function belongsToText(event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  if (event.key.length === 1) return (!event.ctrlKey && !event.metaKey && !event.altKey) || event.getModifierState('AltGraph');
  return !event.ctrlKey && !event.metaKey && !event.altKey && ['Enter', 'Backspace', 'Escape', 'ArrowUp', 'ArrowDown'].includes(event.key);
}

/** Does what a key press would have done in the field that has the focus. Answers whether more may follow. */
function press({ key, code, shiftKey }: Press): boolean {
  const field = document.activeElement;
  if (field === null || !isTextField(field)) return false;
  const isLeft = field.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
  const ends = key === 'Escape' || (key === 'Enter' && !(field instanceof HTMLTextAreaElement));
  if (isLeft && key.length === 1) document.execCommand('insertText', false, key);
  else if (isLeft && key === 'Backspace') document.execCommand('delete');
  else if (isLeft && key === 'Enter' && field instanceof HTMLTextAreaElement) document.execCommand('insertText', false, '\n');
  else if (isLeft && key === 'Enter' && field instanceof HTMLInputElement) field.form?.requestSubmit();
  return !ends;
}

/**
 * Makes what holds the keys that are pressed after a command which opens a field, until the field has the focus, and types them there. A field may
 * appear some frames later, while a large runbook is drawn or its code is loaded; without this the first letters would be lost, or run commands.
 */
export function createKeyHold(target: Window): (id: CommandId) => void {
  let end: (() => void) | undefined;
  return (id) => {
    const before = document.activeElement;
    // A search that is asked for in its own field is there already.
    if (commands[id].asks !== true || (before instanceof HTMLInputElement && before.type === 'search')) return;
    end?.();
    const held: Press[] = [];
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!belongsToText(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
    };
    const onFocus = ({ target: field }: FocusEvent): void => {
      if (field === before || !isTextField(field)) return;
      // When what drew the field is done; until then keys are held on.
      queueMicrotask(() => {
        if (end !== stop) return;
        stop();
        held.every(press);
      });
    };
    const stop = (): void => {
      clearTimeout(timer);
      target.removeEventListener('keydown', onKeyDown, { capture: true });
      target.removeEventListener('pointerdown', stop, { capture: true });
      document.removeEventListener('focusin', onFocus);
      end = undefined;
    };
    const timer = setTimeout(stop, longest);
    target.addEventListener('keydown', onKeyDown, { capture: true });
    target.addEventListener('pointerdown', stop, { capture: true });
    document.addEventListener('focusin', onFocus);
    end = stop;
  };
}
