import type { CommandId } from '../../shared/commands/commands.ts';

/** What a command does in this window, and whether it makes sense now. */
export interface CommandBinding {
  /** `argument`: what a menu's entry adds, such as the workspace to open. */
  run(argument?: string): void;
  enabled(): boolean;
  /** What has to be done before it makes sense, as a sentence. */
  readonly why?: string | undefined;
}

/** What commands do, by id. A command without a binding is disabled. */
export type CommandBindings = Partial<Record<CommandId, CommandBinding>>;
