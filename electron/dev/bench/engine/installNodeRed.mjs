import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, root } from '../../paths.mjs';
import { during, runQuietly } from '../../progress.mjs';

/** The last of the 4.x line when this was written; 5.0 asks for a newer Node than ours. */
export const version = '4.1.15';

/** Puts Node-RED into a scratch folder, no dependency of ours; answers the folder. */
export async function installNodeRed() {
  const folder = join(root, '.cache/bench-node-red');
  if ((await installed(folder)) === version) return folder;
  await mkdir(folder, { recursive: true });
  const [command, ...args] = npm;
  await during(`Installing Node-RED ${version} to compare with`, () =>
    runQuietly('node-red', command, [...args, 'install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, `node-red@${version}`], {
      fix: 'Check that the npm registry can be reached, and start the bench again.',
    }),
  );
  return folder;
}

async function installed(folder) {
  try {
    return JSON.parse(await readFile(join(folder, 'node_modules/node-red/package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
