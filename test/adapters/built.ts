import { join, resolve } from 'node:path';
import { ensureBuild } from '../../electron/dev/build.mjs';

const out = resolve(import.meta.dirname, '../../out/main');

/** The built entries that run in worker threads or processes of their own, built first when a source changed. */
export async function builtEntries(): Promise<{ readonly cli: string; readonly runWorker: string; readonly demoWorker: string; readonly traceFileWorker: string }> {
  await ensureBuild();
  return { cli: join(out, 'cli.cjs'), runWorker: join(out, 'runWorker.cjs'), demoWorker: join(out, 'demoWorker.cjs'), traceFileWorker: join(out, 'traceFileWorker.cjs') };
}
