// Everything a fresh machine with Node needs: dependencies, system libraries, an Electron, the build.
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main, say } from './progress.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/** Does what is missing and nothing else; answers the folder of the Electron to use. */
export async function setUp({ headless }) {
  await ensureDependencies();
  await ensureSystemPackages({ headless });
  const distribution = await ensureRuntime();
  await ensureBuild();
  return distribution;
}

/** Whether a window can be shown to a person here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await setUp({ headless: !hasDisplay() });
    say('Everything is in place.');
  });
}
