import { createContext, useContext } from 'react';
import { commands, isCommandId, type CommandId } from '../../shared/commands/commands.ts';
import { keyOf, type KeyChoices } from '../../shared/commands/keys.ts';
import type { CommandBindings } from './commandBindings.ts';

/** Every command, in the order of the menus. */
export const commandIds: readonly CommandId[] = Object.keys(commands).filter(isCommandId);

/** Runs commands by id, whatever asks for them: menu, key, palette or button. */
export interface CommandCenter {
  /** The key of a command was pressed: runs it, or answers why not. */
  press(id: CommandId): void;
  /** `closing`: asked for by a dialog that is closing itself, which therefore holds nothing back. */
  run(id: CommandId, closing?: boolean, argument?: string): void;
  /** Why a command makes no sense now. */
  why(id: CommandId): string;
  /** The key that runs it, as the person wants it. */
  keyOf(id: CommandId): string | undefined;
  enabled(id: CommandId): boolean;
  /** All commands that make sense now. */
  allEnabled(): readonly CommandId[];
  /** Commands run in this session, the last one first. */
  recent(): readonly CommandId[];
}

/** What the press of a command's key brings beside the command itself. */
export interface KeyAnswers {
  /** The command does not apply now, for a reason in words. */
  refused(id: CommandId, why: string): void;
  /** The command is about to run. */
  begins(id: CommandId): void;
}

const noAnswers: KeyAnswers = { refused: () => undefined, begins: () => undefined };

/** Keys as they are before anybody changes one. */
const asDelivered: KeyChoices = { keys: {}, singleKeys: true };

/** Commands that change what is seen and nothing else, so that they may run while a dialog is open. */
const alwaysAllowed: ReadonlySet<CommandId> = new Set(['view.light', 'view.dark', 'view.systemColors', 'view.highContrast', 'view.largerText', 'view.smallerText', 'view.normalText', 'help.topic', 'run.stop']);

/** Whether a dialog is open: it owns the keyboard, and no command reaches past it unless it is meant to. */
export const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Makes the center over what the parts of the window bind to commands. */
export function createCommandCenter(bindings: CommandBindings, blocked: () => boolean = dialogIsOpen, choices: () => KeyChoices = () => asDelivered, answers: KeyAnswers = noAnswers): CommandCenter {
  let recent: readonly CommandId[] = [];
  const possible = (id: CommandId): boolean => bindings[id]?.enabled() === true;
  const reachable = (id: CommandId): boolean => alwaysAllowed.has(id) || !blocked();
  const enabled = (id: CommandId): boolean => reachable(id) && possible(id);
  const why = (id: CommandId): string => bindings[id]?.why ?? 'This command does not apply now.';
  const begin = (id: CommandId, argument?: string): void => {
    recent = [id, ...recent.filter((one) => one !== id)].slice(0, 8);
    bindings[id]?.run(argument);
  };
  return {
    enabled,
    press(id) {
      // What a dialog holds back is no question of the command.
      if (!reachable(id)) return;
      if (!possible(id)) return answers.refused(id, why(id));
      answers.begins(id);
      begin(id);
    },
    allEnabled() {
      // Looked for once: the page is large, and this is asked after every change.
      const held = blocked();
      return commandIds.filter((id) => (alwaysAllowed.has(id) || !held) && possible(id));
    },
    recent: () => recent,
    why,
    keyOf: (id) => keyOf(id, choices()),
    run(id, closing = false, argument?: string) {
      if (closing ? possible(id) : enabled(id)) begin(id, argument);
    },
  };
}

const CommandContext = createContext<CommandCenter | undefined>(undefined);

/** Gives the command center to buttons and palette. */
export const CommandProvider = CommandContext.Provider;

/** The command center. Throws outside a provider. */
export function useCommands(): CommandCenter {
  const center = useContext(CommandContext);
  if (center === undefined) throw new Error('There is no CommandProvider above this component.');
  return center;
}
