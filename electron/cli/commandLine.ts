import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError, errorDataOf, isCancelled } from '../../shared/errors/appError.ts';
import { checkCommand } from './check.ts';
import { exitStatus, type Command, type CommandArguments, type CommandContext } from './command.ts';
import { demoServerCommand } from './demoServer.ts';
import { laterCommands } from './later.ts';
import { columns, createOutput, type TextStream } from './output.ts';
import { runCommand } from './run.ts';
import { samplesCommand } from './samples.ts';
import { testConnectionCommand } from './testConnection.ts';
import { tracesCommand } from './traces.ts';

const all: readonly Command[] = [runCommand, samplesCommand, checkCommand, testConnectionCommand, demoServerCommand, tracesCommand, ...laterCommands];

/** What the command line is started with. */
export interface CommandLineParts extends Omit<CommandContext, 'out'> {
  readonly streams: { readonly out: TextStream; readonly error: TextStream };
}

function helpText(): string {
  const rows = (commands: readonly Command[]): string[] => columns(commands.map((command) => [`  ${command.name}`, command.summary]));
  return [
    'Exchange Runbook Studio, command line',
    '',
    'Commands:',
    ...rows(all.filter((command) => command.later !== true)),
    '',
    'With a later version:',
    ...rows(laterCommands),
    '',
    '<command> --help shows its options. Exit status: 0 success, 1 the run, check or test failed,',
    '2 wrong usage or unreadable input, 130 interrupted.',
  ].join('\n');
}

function commandHelp(command: Command): string {
  return [
    `${command.name} ${command.usage}`,
    '',
    command.summary,
    ...(command.notes ?? []),
    ...(command.later === true ? ['Comes with a later version.'] : []),
  ].join('\n');
}

/** Reads what follows the command's name. Throws AppError `cli.usage`. */
function typedFor(command: Command, args: readonly string[]): CommandArguments {
  const config: ParseArgsConfig = { args: [...args], options: command.options, allowPositionals: true, strict: true };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs(config);
  } catch (thrown) {
    throw new AppError('cli.usage', { problem: thrown instanceof Error ? thrown.message : String(thrown), usage: `${command.name} ${command.usage}` });
  }
  const { values, positionals } = parsed;
  return {
    positionals,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    texts: (option) => [values[option] ?? []].flat().filter((value) => typeof value === 'string'),
    on: (option) => values[option] === true,
  };
}

const unusable = ['cli.', 'file.', 'workspace.', 'trace.'];

/** Runs a command; answers the exit status. Nothing is thrown. */
export async function runCommandLine(args: readonly string[], parts: CommandLineParts): Promise<number> {
  const { streams, ...rest } = parts;
  const [name, ...after] = args;
  const json = args.includes('--json');
  const color = !json && streams.out.isTTY === true && (rest.environment.NO_COLOR ?? '') === '';
  const out = createOutput(streams, { json, color });
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    streams.out.write(`${helpText()}\n`);
    return name === undefined ? exitStatus.usage : exitStatus.success;
  }
  try {
    const command = all.find((one) => one.name === name);
    if (command === undefined)
      throw new AppError('cli.usage', { problem: `There is no command "${name}".`, usage: `Commands: ${all.map((one) => one.name).join(', ')}.` });
    const typed = typedFor(command, after);
    if (!typed.on('help')) return await command.run(typed, { ...rest, out });
    streams.out.write(`${commandHelp(command)}\n`);
    return exitStatus.success;
  } catch (thrown) {
    if (isCancelled(thrown, rest.signal)) return exitStatus.interrupted;
    const error = errorDataOf(thrown, `the command ${name}`);
    out.failure(error);
    out.record({ type: 'summary', command: name, status: 'failed', error });
    return unusable.some((prefix) => error.code.startsWith(prefix)) ? exitStatus.usage : exitStatus.failed;
  }
}
