import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const fileType = 0o170000;
const symbolicLink = 0o120000;

/**
 * Unpacks a zip file with each entry's mode, as a bare machine may have no `unzip`.
 * `wanted` maps an entry's name to its place in the folder, or to undefined to leave it out.
 */
export async function unzip(file, folder, wanted) {
  // Imported late: this script is loaded before the dependencies are installed.
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(file, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const place = wanted(entry.fileName);
    if (place === undefined) continue;
    await unpackEntry(zip, entry, inside(folder, place));
  }
}

async function unpackEntry(zip, entry, target) {
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true });
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  const mode = entry.externalFileAttributes >>> 16;
  const stream = await zip.openReadStreamPromise(entry);
  if ((mode & fileType) === symbolicLink) {
    await symlink(await text(stream), target);
    return;
  }
  await pipeline(stream, createWriteStream(target));
  await chmod(target, mode & 0o777 || 0o644);
}

function inside(folder, place) {
  const target = normalize(join(folder, place));
  if (!target.startsWith(folder + sep)) throw new Error(`the archive wants to write outside its folder: ${place}`);
  return target;
}
