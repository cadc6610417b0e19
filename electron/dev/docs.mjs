// `npm run docs`: writes the pages that are generated from the definitions again; `npm test` fails while they are stale.
// `npm run docs -- --pictures` also takes the pictures of the screens again.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, runVisibly } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';
import { inVirtualDisplay } from './virtualDisplay.mjs';

await main(async () => {
  await ensureDependencies();
  const taken = process.argv.includes('--pictures') ? await takePictures() : 0;
  if (taken !== 0) return taken;
  return runVisibly(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '-c', 'test/vitest.config.ts', 'test/unit/docs.test.ts', '--update']);
});

async function takePictures() {
  const distribution = await setUp({ headless: true });
  // No picture is left of a screen that is gone.
  rmSync(join(root, 'docs/pictures'), { recursive: true, force: true });
  return runVisibly(...inVirtualDisplay(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'test/e2e/pictures.config.ts']), runtimeEnvironment(distribution));
}
