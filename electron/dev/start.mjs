// `npm start`: sets everything up, then opens the app; without a display it performs the main job in a virtual one.
import { join } from 'node:path';
import { root } from './paths.mjs';
import { main, runVisibly, say } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { sandboxFlags } from './sandbox.mjs';
import { hasDisplay, setUp } from './setUp.mjs';
import { inVirtualDisplay } from './virtualDisplay.mjs';

await main(async () => {
  const display = hasDisplay();
  if (!display) say('This computer has no display: the app opens the demo workspace in a virtual one and test-runs the sample runbook.\n');
  const distribution = await setUp({ headless: !display });
  const environment = runtimeEnvironment(distribution);
  if (display) return runVisibly(process.execPath, [join(root, 'node_modules/electron/cli.js'), ...sandboxFlags(), root], environment);
  return runVisibly(...inVirtualDisplay(process.execPath, [join(root, 'electron/dev/mainJob.mjs')]), environment);
});
