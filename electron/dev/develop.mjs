// `npm run dev`: the app with hot reload of its window.
import { join } from 'node:path';
import { root } from './paths.mjs';
import { main, runVisibly } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { hasDisplay, setUp } from './setUp.mjs';
import { sandboxFlags } from './sandbox.mjs';

await main(async () => {
  const distribution = await setUp({ headless: !hasDisplay() });
  const args = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--config', 'electron/dev/electron.vite.config.ts', '--', ...sandboxFlags()];
  return runVisibly(process.execPath, args, runtimeEnvironment(distribution));
});
