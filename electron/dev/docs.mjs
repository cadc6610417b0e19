// `npm run docs`: writes the pages that are generated from the definitions again. `npm test` fails while they are stale.
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, runVisibly } from './progress.mjs';

await main(async () => {
  await ensureDependencies();
  return runVisibly(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '-c', 'test/vitest.config.ts', '--update', 'test/unit/docs.test.ts']);
});
