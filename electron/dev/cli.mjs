// `npm run --silent cli -- <command>`: the command line, built first when it is stale. Nothing of ours goes to standard output.
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, runVisibly } from './progress.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild();
  return runVisibly(process.execPath, [join(root, 'out/main/cli.cjs'), ...process.argv.slice(2)]);
});
