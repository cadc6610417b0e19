import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../paths.mjs';
import { SetUpError, runQuietly } from '../progress.mjs';

/** Fetches the archive of an npm package into a folder, without running anything of it, and compares it with the pinned sum. */
export async function fetchNpmPackage({ package: name, integrity }, folder) {
  await runQuietly('npm-pack', npm[0], [...npm.slice(1), 'pack', name, '--ignore-scripts', '--pack-destination', folder], {
    fix: 'Check that this computer reaches the npm registry (npm ping), then repeat the command.',
  });
  const file = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (file === undefined) throw new SetUpError(`npm pack ${name} left no archive.`, 'Repeat the command; set npm_config_loglevel=verbose to see more.');
  const path = join(folder, file);
  const found = `sha512-${await sha512(path)}`;
  if (found !== integrity) {
    throw new SetUpError(`${name} is not the package it should be: expected ${integrity}, got ${found}.`, 'Nothing of it was run. Ask whoever runs your npm registry why it changed.');
  }
  return path;
}

/** Takes one file out of a package archive, into the given folder. */
export async function extractFromPackage(archive, entry, folder) {
  await runQuietly('tar', 'tar', ['-xzf', archive, '-C', folder, entry], { fix: 'Install tar and gzip, and check that the disk is not full, then repeat the command.' });
  return join(folder, entry);
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}
