import type { CommandId } from '../../shared/commands/commands.ts';

/** What a command does in this window, and whether it makes sense now. */
export interface CommandBinding {
  run(): void;
  enabled(): boolean;
}

/** What commands do, by id. A command without a binding is disabled. */
export type CommandBindings = Partial<Record<CommandId, CommandBinding>>;
