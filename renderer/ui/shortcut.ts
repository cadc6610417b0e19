const onMac = (): boolean => /mac/i.test(navigator.platform);

const macWords: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Plus: '+' };
const otherWords: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Plus: '+' };

/** An accelerator as a person reads it: `CmdOrCtrl+Shift+P` is "Ctrl+Shift+P", on macOS "⇧⌘P". */
export function shortcutText(accelerator: string): string {
  const parts = accelerator.split('+');
  if (onMac()) return parts.map((part) => macWords[part] ?? part).join('');
  return parts.map((part) => otherWords[part] ?? part).join('+');
}

/** An accelerator as `aria-keyshortcuts` wants it. */
export const ariaShortcut = (accelerator: string): string => accelerator.replace('CmdOrCtrl', onMac() ? 'Meta' : 'Control');

/** Whether a key press is an accelerator. Modifiers have to match exactly. */
export function matchesShortcut(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  const command = parts.includes('CmdOrCtrl');
  const [commandHeld, otherHeld] = onMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  // On many keyboards the plus sign itself needs Shift.
  if (key === 'plus') return event.key === '+' && commandHeld === command && !otherHeld && !event.altKey;
  if (commandHeld !== command || otherHeld || event.shiftKey !== parts.includes('Shift') || event.altKey !== parts.includes('Alt')) return false;
  // With Alt held, a keyboard layout may turn the letter into another character; its place on the keyboard stays.
  return event.key.toLowerCase() === key || (event.altKey && event.code.toLowerCase() === `key${key}`);
}
