// Builds the app into out/: always when this file is run, only when a source changed through `ensureBuild`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { during, main, runQuietly } from './progress.mjs';

const output = join(root, 'out');
const stamp = join(output, '.built-from');
const cache = join(root, '.cache');
const lock = join(cache, 'build.lock');
/** How it is built. */
const configuration = ['electron.vite.config.ts', 'firstFrame.ts', 'firstStyles.ts'].map((file) => `electron/dev/${file}`);

/** Builds unless out/ comes from exactly these sources. Needs the dependencies. */
export async function ensureBuild() {
  if (isBuilt()) return;
  await alone(async () => {
    if (!isBuilt()) await build();
  });
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Builds beside the old output and exchanges them at the end, so that a failed build leaves the last good one. */
async function build() {
  const scratch = join(cache, 'build');
  const old = join(cache, 'build-old');
  const from = fingerprint();
  rmSync(scratch, { recursive: true, force: true });
  await during('Building the app', () =>
    runQuietly('build', process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--config', 'electron/dev/electron.vite.config.ts'], {
      env: { ...process.env, BUILD_FOLDER: scratch },
      fix: 'Correct the source that the message names.',
    }),
  );
  writeFileSync(join(scratch, '.built-from'), from);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(output)) renameSync(output, old);
  renameSync(scratch, output);
  rmSync(old, { recursive: true, force: true });
}

/** A sum over every file that the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...['shared', 'electron', 'renderer'].flatMap(sourcesIn).sort(), ...configuration, 'package-lock.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(join('electron', 'dev')));
}

/** Lets one build run at a time; a lock whose process is gone is taken over. */
async function alone(work) {
  mkdirSync(cache, { recursive: true });
  while (!takeLock()) await wait(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Between its creation and its content a lock is empty for a moment.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(() => alone(build));
