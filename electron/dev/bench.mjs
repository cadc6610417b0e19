// `npm run bench` lists the measurements; `npm run bench -- <name> [--json]` makes one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main, runVisibly, say } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { hasDisplay, setUp } from './setUp.mjs';
import { inVirtualDisplay } from './virtualDisplay.mjs';

const folder = join(import.meta.dirname, 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.slice(0, -'.bench.mjs'.length));

await main(async () => {
  const [name, ...options] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    say(`npm run bench -- <name> [--json], where <name> is one of: ${names.join(', ')}`);
    return name === undefined ? 0 : 2;
  }
  const distribution = await setUp({ headless: !hasDisplay() });
  const words = [join(folder, 'measure.mjs'), name, ...options];
  const [command, args] = hasDisplay() ? [process.execPath, words] : inVirtualDisplay(process.execPath, [...words, '--virtual-display']);
  return runVisibly(command, args, runtimeEnvironment(distribution));
});
