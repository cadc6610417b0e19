import { join, resolve } from 'node:path';
import { ensureBuild } from '../../electron/dev/build.mjs';

const out = resolve(import.meta.dirname, '../../out/main');

/** Looked at once by a process of tests: to see whether a source changed reads all of them. */
let built: Promise<void> | undefined;

/** The built entries that run in worker threads or processes of their own, built first when a source changed. */
export async function builtEntries(): Promise<{ readonly cli: string; readonly runWorker: string; readonly demoWorker: string; readonly traceFileWorker: string }> {
  built ??= ensureBuild();
  await built;
  return { cli: join(out, 'cli.cjs'), runWorker: join(out, 'runWorker.cjs'), demoWorker: join(out, 'demoWorker.cjs'), traceFileWorker: join(out, 'traceFileWorker.cjs') };
}
