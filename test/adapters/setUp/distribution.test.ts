import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asarOf } from '../../../electron/dev/runtime/asar.mjs';
import { fuse, setFuses } from '../../../electron/dev/runtime/fuses.mjs';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

describe('an Electron distribution', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'distribution-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const binary = async (wire: string, version = 1): Promise<string> => {
    const file = join(folder, 'electron');
    await writeFile(file, Buffer.concat([Buffer.from('before\0'), Buffer.from(sentinel), Buffer.from([version, wire.length]), Buffer.from(`${wire}\0after`)]));
    return file;
  };

  it('gets the fuses set that are named, and no other byte changed', async () => {
    const file = await binary('10001111');
    const before = await readFile(file, 'latin1');
    await setFuses(file, [
      [fuse.nodeCliInspect, true],
      [fuse.ownBrowserSnapshot, false],
    ]);
    expect(await readFile(file, 'latin1')).toBe(before.replace('10001111', '10011101'));
  });

  it.each([
    ['without a wire', () => writeFile(join(folder, 'electron'), 'nothing'), 'no fuse wire'],
    ['with an unknown wire', () => binary('1000', 2), 'version 2'],
    ['with too short a wire', () => binary('1000'), 'only 4 fuses'],
  ])('%s is refused', async (_name, make, problem) => {
    await make();
    await expect(setFuses(join(folder, 'electron'), [[fuse.ownBrowserSnapshot, false]])).rejects.toThrow(problem);
  });

  it('reads an archive by its sizes and offsets', () => {
    const files = { 'package.json': '{"main":"main.js"}', 'main.js': 'ünï' };
    const archive = asarOf(files);
    const headerSize = archive.readUInt32LE(4);
    const header: { files: Record<string, { size: number; offset: string }> } = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString());
    const read = Object.entries(header.files).map(([name, { size, offset }]) => {
      const start = 8 + headerSize + Number(offset);
      return [name, archive.subarray(start, start + size).toString()];
    });
    expect(Object.fromEntries(read)).toEqual(files);
  });
});
