// `npm run package [-- <electron-builder arguments>]`: the app as a folder (or what the arguments ask for) in dist/.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { during, main, runQuietly, say } from './progress.mjs';
import { isFallback } from './runtime.mjs';
import { hasDisplay, setUp } from './setUp.mjs';

await main(async () => {
  const given = process.argv.slice(2);
  const release = given.includes('--release');
  const targets = given.filter((word) => word !== '--release');
  const distribution = await setUp({ headless: !hasDisplay() });
  if (isFallback(distribution)) {
    say('Note: this package contains the Electron that serves development and tests. Do not give it to anybody; build releases where Electron itself can be downloaded.');
    if (release) return 1;
  }
  const version = readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '');
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...(targets.length > 0 ? targets : ['--dir']),
    `-c.electronDist=${distribution}`,
    `-c.electronVersion=${version}`,
    ...(release ? ['-c.electronFuses.enableNodeCliInspectArguments=false'] : []),
    '--publish',
    'never',
  ];
  await during('Packaging the app', () => runQuietly('package', process.execPath, args, { env: { ...process.env, ...ownArchiver() }, fix: 'Correct what the message names.' }));
  say(`The package is in ${join(root, 'dist')}`);
});

/** electron-builder would download the archiver that npm has installed already, without its execute bit. */
function ownArchiver() {
  const archiver = join(root, 'node_modules/7zip-bin', process.platform === 'darwin' ? 'mac' : 'linux', process.arch, '7za');
  if (!existsSync(archiver)) return {};
  chmodSync(archiver, 0o755);
  return { ELECTRON_BUILDER_7ZIP_PATH: archiver };
}
