// `npm run docs`: writes the pages that are generated from the definitions again; `npm test` fails while they are stale.
// `npm run docs -- --pictures` also takes the pictures of the screens again.
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, runVisibly } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';
import { inVirtualDisplay } from './virtualDisplay.mjs';

await main(async () => {
  await ensureDependencies();
  const pages = await runVisibly(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '-c', 'test/vitest.config.ts', 'test/unit/docs.test.ts', '--update']);
  if (pages !== 0 || !process.argv.includes('--pictures')) return pages;
  const distribution = await setUp({ headless: true });
  return runVisibly(...inVirtualDisplay(process.execPath, [join(root, 'electron/dev/pictures.mjs')]), runtimeEnvironment(distribution));
});
