import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { SetUpError, during, runQuietly } from './progress.mjs';

const library = (name, ...packages) => ({ name, packages, present: () => libraries().has(name) });
const program = (name, ...packages) => ({ name, packages, present: () => isProgram(name) });

/** What Electron is linked against. Newer systems have some of it under a second package name, tried first. */
const forElectron = [
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  { name: 'a font', packages: ['fonts-dejavu-core'], present: () => hasFont() },
];

/** What a computer without a screen and without an unlocked keychain needs beside it, and what tests run against. */
const forHeadless = [
  program('Xvfb', 'xvfb'),
  program('xvfb-run', 'xvfb'),
  program('xauth', 'xauth'),
  program('dbus-run-session', 'dbus'),
  program('dbus-send', 'dbus', 'dbus-bin'),
  program('gnome-keyring-daemon', 'gnome-keyring'),
  program('secret-tool', 'libsecret-tools'),
  // Tests sign in with NTLM against it. Packages install for the system's Python, which need not be the first of the path.
  { name: "Python's impacket", packages: ['python3-impacket'], present: () => spawnSync('/usr/bin/python3', ['-B', '-c', 'from impacket import smbserver']).status === 0 },
];

/** Installs the system libraries that are missing, where it may; says what to install where it may not. Linux only. */
export async function ensureSystemPackages({ headless }) {
  if (process.platform !== 'linux') return;
  const missing = (headless ? [...forElectron, ...forHeadless] : forElectron).filter((need) => !need.present());
  if (missing.length === 0) return;
  const things = missing.map((need) => need.name).join(', ');
  if (!isProgram('apt-get')) {
    throw new SetUpError(`This computer lacks ${things}.`, `Install them with your system's package manager (on Debian they are in ${debianNames(missing).join(' ')}), then repeat the command.`);
  }
  const prefix = rootPrefix();
  if (prefix === undefined) {
    throw new SetUpError(`This computer lacks ${things}.`, `Run this, then repeat the command:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${debianNames(missing).join(' ')}`);
  }
  await install(prefix, missing);
  installedLibraries = undefined;
  const still = missing.filter((need) => !need.present());
  if (still.length > 0) {
    throw new SetUpError(`After the installation this computer still lacks ${still.map((need) => need.name).join(', ')}.`, 'Install what contains them by hand, then repeat the command.');
  }
}

async function install(prefix, missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (name, ...words) => {
    const [command, ...args] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...words];
    return runQuietly(name, command, args, { env, fix: 'Check that this computer reaches its package mirror (apt-get update), then repeat the command.' });
  };
  await during('Updating the list of system packages (apt-get update)', () => apt('apt-update', 'update'));
  const packages = debianNames(missing);
  await during(`Installing system packages: ${packages.join(' ')}`, () => apt('apt-install', 'install', '-y', '--no-install-recommends', ...packages));
}

/** One package per need: the first name that this system offers. */
function debianNames(needs) {
  return [...new Set(needs.map(({ packages }) => packages.find(isOffered) ?? packages.at(-1)))];
}

function isOffered(name) {
  const answer = spawnSync('apt-cache', ['show', '--no-all-versions', name], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.includes(`Package: ${name}\n`);
}

function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return isProgram('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : undefined;
}

function isProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, name)));
}

let installedLibraries;

/** The names in the loader's cache. */
function libraries() {
  if (installedLibraries === undefined) {
    const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig';
    const lines = (spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '').split('\n');
    installedLibraries = new Set(lines.map((line) => line.trim().split(' ')[0]));
  }
  return installedLibraries;
}

function hasFont() {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|pfb|ttc)$/.test(file)));
}
