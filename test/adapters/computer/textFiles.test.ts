import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { safePath } from '../../../electron/runs/computer/safePath.ts';
import { textFiles } from '../../../electron/runs/computer/textFiles.ts';
import { scratchFolder } from '../scratch.ts';

const { signal } = new AbortController();
const bytes = (path: string): Promise<string> => readFile(path, 'latin1');
const write = (path: string, text: string, existing: 'Fail' | 'Overwrite' | 'Append' | 'Number the new one' = 'Fail'): ReturnType<typeof textFiles.write> =>
  textFiles.write(path, text, { encoding: 'UTF-8', existing }, signal);

describe('writing a file', () => {
  test('makes the folder, and says how large the file is', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'new/folder/a.txt');
    expect(await write(path, 'für')).toEqual({ path, size: 4 });
    expect(await textFiles.read(path, 'UTF-8', signal)).toBe('für');
  });

  test('leaves one that is there alone unless told otherwise', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'a.tar.gz');
    await write(path, 'one');
    await expect(write(path, 'two')).rejects.toMatchObject({ data: { code: 'files.exists' } });
    expect(await bytes(path)).toBe('one');
    expect(await write(path, 'two', 'Append')).toEqual({ path, size: 6 });
    const numbered = join(scratch.path, 'a.tar (2).gz');
    expect(await write(path, 'new', 'Number the new one')).toEqual({ path: numbered, size: 3 });
    expect(await write(path, 'over', 'Overwrite')).toEqual({ path, size: 4 });
    expect([await bytes(path), await bytes(numbered)]).toEqual(['over', 'new']);
  });

  test('numbers files that are written at once, and loses none', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'mail.txt');
    const written = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(path, text, 'Number the new one')));
    expect(new Set(written.map((one) => one.path)).size).toBe(4);
    expect((await Promise.all(written.map((one) => bytes(one.path)))).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('copies another file byte for byte', async () => {
    await using scratch = await scratchFolder();
    const [from, to] = [join(scratch.path, 'saved.pdf'), join(scratch.path, 'kept.pdf')];
    await writeFile(from, Buffer.from([0, 255, 13, 10, 0xfe]));
    await textFiles.copy(from, to, 'Fail', signal);
    await textFiles.copy(from, to, 'Append', signal);
    expect([...(await readFile(to))]).toEqual([0, 255, 13, 10, 0xfe, 0, 255, 13, 10, 0xfe]);
    await expect(textFiles.copy(join(scratch.path, 'no.pdf'), to, 'Overwrite', signal)).rejects.toMatchObject({ data: { code: 'files.unreadable' } });
  });
});

describe('encodings', () => {
  test.each([
    ['UTF-8', 'f\u00c3\u00bcr'],
    ['UTF-8 with BOM', '\u00ef\u00bb\u00bff\u00c3\u00bcr'],
    ['UTF-16', '\u00ff\u00fef\0\u00fc\0r\0'],
    ['Latin-1', 'f\u00fcr'],
  ] as const)('%s', async (encoding, expected) => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'a.txt');
    await textFiles.write(path, 'für', { encoding, existing: 'Fail' }, signal);
    expect(await bytes(path)).toBe(expected);
    expect(await textFiles.read(path, encoding, signal)).toBe('für');
    // The mark stands at the beginning of a file only.
    await textFiles.write(path, 'ü', { encoding, existing: 'Append' }, signal);
    expect(await textFiles.read(path, encoding, signal)).toBe('fürü');
  });

  test('a byte order mark wins over what was chosen', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'a.txt');
    await textFiles.write(path, 'für', { encoding: 'UTF-16', existing: 'Fail' }, signal);
    expect(await textFiles.read(path, 'UTF-8', signal)).toBe('für');
  });

  test('a character that an encoding lacks is refused, and nothing is written', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'a.txt');
    await expect(textFiles.write(path, 'a€', { encoding: 'Latin-1', existing: 'Fail' }, signal)).rejects.toMatchObject({ data: { code: 'files.encoding', details: { character: '€' } } });
    await expect(textFiles.read(path, 'UTF-8', signal)).rejects.toMatchObject({ data: { code: 'files.unreadable' } });
  });
});

describe('appending lines', () => {
  test('ends a last line that has no line break, and counts', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'log.txt');
    await writeFile(path, 'one\ntwo');
    expect(await textFiles.appendLine(path, 'three', 'UTF-8', signal)).toBe(3);
    expect(await textFiles.read(path, 'UTF-8', signal)).toBe(['one', 'two', 'three', ''].join('\n'));
  });

  test('at once, every line is there and has a number of its own', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'new.txt');
    const numbers = await Promise.all(Array.from({ length: 8 }, (_, index) => textFiles.appendLine(path, `line ${index}`, 'UTF-8', signal)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await textFiles.read(path, 'UTF-8', signal)).trim().split('\n')).toHaveLength(8);
  });
});

describe('paths', () => {
  test.each([
    ['report.txt', 'linux'],
    ['/data/../etc/passwd', 'linux'],
    ['/data/a\0.txt', 'linux'],
    ['C:report.txt', 'win32'],
    ['\\report.txt', 'win32'],
    ['C:\\mail\\..\\..\\Windows\\a', 'win32'],
    ['C:\\mail\\nul.txt', 'win32'],
    ['C:\\mail\\a.txt:hidden', 'win32'],
    ['C:\\mail\\ends with a dot.', 'win32'],
    ['\\\\.\\PhysicalDrive0', 'win32'],
    ['\\\\?\\C:\\a', 'win32'],
  ] as const)('%s is refused on %s', (path, platform) => {
    expect(() => safePath(path, platform)).toThrow('cannot be used');
  });

  test.each([
    ['/data//mail/./a.txt', 'linux', '/data/mail/a.txt'],
    ['C:/mail\\a.txt', 'win32', 'C:\\mail\\a.txt'],
    ['\\\\server\\share\\a.txt', 'win32', '\\\\server\\share\\a.txt'],
    ['/data/a..b', 'linux', '/data/a..b'],
  ] as const)('%s is fine on %s', (path, platform, expected) => {
    expect(safePath(path, platform)).toBe(expected);
  });

  test('a link to another file is followed, as every program does', async () => {
    await using scratch = await scratchFolder();
    const [target, link] = [join(scratch.path, 'target.txt'), join(scratch.path, 'link.txt')];
    await writeFile(target, 'behind it');
    await symlink(target, link);
    expect(await textFiles.read(link, 'UTF-8', signal)).toBe('behind it');
  });
});
