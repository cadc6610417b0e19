const onMac = (): boolean => /mac/i.test(navigator.platform);

const macWords: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Plus: '+' };
const otherWords: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', PageUp: 'Page Up', PageDown: 'Page Down', Plus: '+', Space: 'Space' };

/** An accelerator as a person reads it: `CmdOrCtrl+Shift+P` is "Ctrl+Shift+P", on macOS "⇧⌘P". */
export function shortcutText(accelerator: string): string {
  const parts = accelerator.split('+');
  if (onMac()) return parts.map((part) => macWords[part] ?? part).join('');
  return parts.map((part) => otherWords[part] ?? part).join('+');
}

/** An accelerator as `aria-keyshortcuts` wants it. */
export const ariaShortcut = (accelerator: string): string => accelerator.replace('CmdOrCtrl', onMac() ? 'Meta' : 'Control');

/** Names of keys in accelerators that differ from the browser's. */
const acceleratorNames: Readonly<Record<string, string>> = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', '+': 'Plus', ' ': 'Space', Escape: 'Esc' };
const modifierKeys = /^(Control|Shift|Alt|Meta|AltGraph|CapsLock|NumLock|Dead|Unidentified|Process)$/;

/** A key press as an accelerator; undefined while only modifiers are held. */
export function pressedShortcut(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string | undefined {
  if (modifierKeys.test(event.key)) return undefined;
  const mac = onMac();
  // With Alt held, a keyboard layout may turn the letter into another character; its place on the keyboard stays.
  const letter = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const key = acceleratorNames[letter] ?? (letter.length === 1 ? letter.toUpperCase() : letter);
  const command = mac ? event.metaKey : event.ctrlKey;
  const parts = [command && 'CmdOrCtrl', mac && event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', key];
  return parts.filter((part): part is string => part !== false).join('+');
}

/** Whether a key press is an accelerator. Modifiers have to match exactly. */
export function matchesShortcut(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, accelerator: string): boolean {
  const parts = accelerator.split('+');
  const name = parts.at(-1) ?? '';
  const key = (Object.entries(acceleratorNames).find(([, accelerator]) => accelerator === name)?.[0] ?? name).toLowerCase();
  const command = parts.includes('CmdOrCtrl');
  const [commandHeld, otherHeld] = onMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  // On many keyboards the plus sign itself needs Shift.
  if (name === 'Plus') return event.key === '+' && commandHeld === command && !otherHeld && event.altKey === parts.includes('Alt');
  if (commandHeld !== command || otherHeld !== parts.includes('Ctrl') || event.shiftKey !== parts.includes('Shift') || event.altKey !== parts.includes('Alt')) return false;
  // With Alt held, a keyboard layout may turn the letter into another character; its place on the keyboard stays.
  return event.key.toLowerCase() === key || (event.altKey && event.code.toLowerCase() === `key${key}`);
}
