import { readFile, writeFile } from 'node:fs/promises';

/** Marks the fuse wire in every Electron binary (https://www.electronjs.org/docs/latest/tutorial/fuses). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Positions on version 1 of the wire. */
export const fuse = { nodeCliInspect: 3, ownBrowserSnapshot: 6 };

/** Switches fuses of an Electron binary on or off, in place. */
export async function setFuses(binary, states) {
  const bytes = await readFile(binary);
  const at = bytes.indexOf(sentinel);
  if (at < 0) throw new Error(`${binary} has no fuse wire`);
  const version = bytes[at + sentinel.length];
  const length = bytes[at + sentinel.length + 1];
  if (version !== 1) throw new Error(`${binary} has fuse wire version ${version}; only version 1 is known`);
  for (const [position, on] of states) {
    if (position >= length) throw new Error(`${binary} has only ${length} fuses`);
    bytes[at + sentinel.length + 2 + position] = (on ? '1' : '0').charCodeAt(0);
  }
  await writeFile(binary, bytes);
}
