import { runCommandLine } from './commandLine.ts';
import { exitStatus, type WorkerFiles } from './command.ts';

/** Runs a command with this process's streams; Ctrl+C cancels down to the socket, a second one ends at once. Answers the exit status. */
export async function processCommandLine(args: readonly string[], files: WorkerFiles, version: string): Promise<number> {
  const abort = new AbortController();
  const interrupt = (): void => {
    if (abort.signal.aborted) process.exit(exitStatus.interrupted);
    abort.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // A reader such as `head` that has seen enough is no failure of ours, and nobody is left to tell.
  process.stdout.on('error', () => process.exit(exitStatus.success));
  const status = await runCommandLine(args, {
    streams: { out: process.stdout, error: process.stderr },
    files,
    version,
    environment: process.env,
    directory: process.env.INIT_CWD ?? process.cwd(),
    signal: abort.signal,
  });
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  return status;
}
