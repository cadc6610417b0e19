import { commands, isCommandId, type CommandDefinition, type CommandId } from './commands.ts';

/** What a person changed about keys: accelerators by command, '' for none, and whether single keys work at all. */
export interface KeyChoices {
  readonly keys: Readonly<Record<string, string>>;
  readonly singleKeys: boolean;
}

/** Whether an accelerator is a letter, digit or mark without a modifier that a text would not take (WCAG 2.1.4). */
export function isSingleKey(key: string): boolean {
  const last = key.split('+').at(-1) ?? '';
  return !/(^|\+)(CmdOrCtrl|Ctrl|Alt)\+/.test(key) && (last.length === 1 || last === 'Plus');
}

/** The key of a command: the person's own, else the command's, and none where single keys are switched off. */
export function keyOf(id: CommandId, { keys, singleKeys }: KeyChoices): string | undefined {
  const definition: CommandDefinition = commands[id];
  const key = keys[id] ?? definition.key;
  return key === undefined || key === '' || (!singleKeys && isSingleKey(key)) ? undefined : key;
}

/** The commands that already have a key where this command would use it. A key of the canvas and one of the whole window meet on the canvas. */
export function conflictsOf(id: CommandId, key: string, choices: KeyChoices): readonly CommandId[] {
  const wanted = key.toLowerCase();
  return Object.keys(commands).filter((other): other is CommandId => isCommandId(other) && other !== id && keyOf(other, choices)?.toLowerCase() === wanted);
}

/** Whether a key may be given to a command: keys of the whole window need a modifier or a function key, or no text could be typed. */
export function mayHaveKey(id: CommandId, key: string): boolean {
  const definition: CommandDefinition = commands[id];
  if (definition.scope === 'canvas') return true;
  return !isSingleKey(key) && (/(CmdOrCtrl|Ctrl|Alt)\+/.test(key) || /(^|\+)F\d+$/.test(key));
}
