import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { runCommandLine } from '../../../electron/cli/commandLine.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';

/** What a command line said, and how it ended. */
export interface Outcome {
  /** Null where a signal ended the process. */
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
  /** The lines of standard output as JSON. */
  records(): Record<string, unknown>[];
}

/** How a command line is started. */
export interface Start {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Is told of each line and may press Ctrl+C. */
  readonly onLine?: (line: string, interrupt: () => void) => void;
}

/** Runs command lines that keep their runs and settings in a folder of their own. */
export interface CommandLines {
  /** In this process, with the built workers: for what a command does and says. */
  run(args: readonly string[], start?: Start): Promise<Outcome>;
  /** The built program in a process of its own: each command that does something once, its signals, its status, and where it was started. */
  runProcess(args: readonly string[], start?: Start): Promise<Outcome>;
  [Symbol.asyncDispose](): Promise<void>;
}

const outcome = (status: number | null, lines: readonly string[], errors: readonly string[]): Outcome => ({
  status,
  out: lines.join('\n'),
  error: errors.join(''),
  records: () => lines.map((line) => JSON.parse(line)),
});

/** Makes the folder. The variables that name it hold for this process as well, until it is given back. */
export async function startCommandLines(): Promise<CommandLines> {
  const { cli, ...files } = await builtEntries();
  const home = await scratchFolder();
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, home.path);
  return {
    async run(args, { env, cwd = process.cwd(), onLine } = {}) {
      const abort = new AbortController();
      const lines: string[] = [];
      const errors: string[] = [];
      const write = (text: string): void => {
        for (const line of text.split('\n').slice(0, -1)) {
          lines.push(line);
          onLine?.(line, () => abort.abort());
        }
      };
      const streams = { out: { write }, error: { write: (text: string) => errors.push(text) } };
      const status = await runCommandLine(args, { streams, files, version: '1.0.0', environment: { ...process.env, ...env }, directory: cwd, signal: abort.signal });
      return outcome(status, lines, errors);
    },
    async runProcess(args, { env, cwd, onLine } = {}) {
      const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, INIT_CWD: cwd, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
      const lines: string[] = [];
      const errors: string[] = [];
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        onLine?.(line, () => child.kill('SIGINT'));
      });
      const [status]: unknown[] = await once(child, 'close');
      return outcome(typeof status === 'number' ? status : null, lines, errors);
    },
    async [Symbol.asyncDispose]() {
      vi.unstubAllEnvs();
      await home[Symbol.asyncDispose]();
    },
  };
}
