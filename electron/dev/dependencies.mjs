import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './paths.mjs';
import { SetUpError, during, runQuietly } from './progress.mjs';

/** Installs what the lock file lists, unless exactly that is installed. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 18)) {
    throw new SetUpError(`Node ${process.versions.node} is too old.`, 'Install Node 20.18 or newer (https://nodejs.org) and repeat the command.');
  }
  if (installedMatchesLock()) return;
  await during('Installing the dependencies (npm ci; about half a minute)', () =>
    runQuietly('dependencies', npm[0], [...npm.slice(1), 'ci', '--include=dev', '--include=optional'], {
      fix: 'Check that this computer reaches the npm registry (npm ping) and that nothing else writes to node_modules, then repeat the command.',
    }),
  );
}

/** npm keeps a copy of the lock file with what it really installed; packages for other systems are missing there. */
function installedMatchesLock() {
  const copy = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(copy, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.extraneous === true) return true;
    const installed = found[path];
    return installed === undefined ? entry.optional === true || entry.devOptional === true : installed.version === entry.version && installed.integrity === entry.integrity;
  });
}
