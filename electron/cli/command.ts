import type { ParseArgsConfig } from 'node:util';
import type { Output } from './output.ts';

/** The command's exit status (decisions 12). */
export const exitStatus = { success: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Where the built workers are. */
export interface WorkerFiles {
  readonly runWorker: string;
  readonly demoWorker: string;
}

/** What a command works with. */
export interface CommandContext {
  readonly out: Output;
  readonly files: WorkerFiles;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly version: string;
  /** Aborts when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
}

/** What was typed after a command's name. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  on(option: string): boolean;
}

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the name, for help. */
  readonly usage: string;
  readonly summary: string;
  /** Lines about options, for its own help. */
  readonly notes?: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Comes with a later version: listed as such, and answers so. */
  readonly later?: boolean;
  /** Answers the exit status. AppErrors become a message and status 1, those of `cli.*` and unreadable input status 2. */
  run(typed: CommandArguments, context: CommandContext): Promise<number>;
}

/** Options that most commands share. */
export const sharedOptions = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];
