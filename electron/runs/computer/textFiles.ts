import { constants } from 'node:fs';
import { appendFile, copyFile, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, basename } from 'node:path';
import type { ExistingFileRule, Files, WrittenFile } from '../../../shared/activities/computer.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { locked } from '../../workspace/atomicWrite.ts';
import { systemCode, systemProblem } from '../../workspace/systemProblem.ts';
import { decode, encode } from './encoding.ts';
import { safePath } from './safePath.ts';

/** Largest file that is read as text, in bytes. */
const largest = 64 * 1024 * 1024;

const readingFailed = (path: string) => (thrown: unknown): never => {
  if (thrown instanceof AppError) throw thrown;
  throw new AppError('files.unreadable', { path, problem: systemProblem(thrown) });
};

const writingFailed = (path: string) => (thrown: unknown): never => {
  if (thrown instanceof AppError) throw thrown;
  if (systemCode(thrown) === 'EEXIST') throw new AppError('files.exists', { path });
  throw new AppError('files.unwritable', { path, problem: systemProblem(thrown) });
};

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    (thrown: unknown) => (systemCode(thrown) === 'ENOENT' ? undefined : writingFailed(path)(thrown)),
  );
}

/** Does something with the path, or with `name (2)`, `name (3)` … until one is free. */
async function numbered(path: string, work: (candidate: string) => Promise<void>): Promise<string> {
  const ending = extname(path);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : join(dirname(path), `${basename(path, ending)} (${number})${ending}`);
    try {
      await work(candidate);
      return candidate;
    } catch (thrown) {
      if (systemCode(thrown) !== 'EEXIST') throw thrown;
    }
  }
}

/** How many lines a text has; one that is not ended counts. */
const linesOf = (text: string): number => (text === '' ? 0 : text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0));

const lineEnd = process.platform === 'win32' ? '\r\n' : '\n';

async function written(path: string, work: () => Promise<string | void>): Promise<WrittenFile> {
  return locked(path, async () => {
    try {
      await mkdir(dirname(path), { recursive: true });
      const place = (await work()) ?? path;
      return { path: place, size: (await sizeOf(place)) ?? 0 };
    } catch (thrown) {
      return writingFailed(path)(thrown);
    }
  });
}

/** Adds what another file holds, without holding it in memory. */
async function appendCopy(from: string, path: string, signal: AbortSignal): Promise<void> {
  await using source = await open(from, 'r');
  await using target = await open(path, 'a');
  for await (const chunk of source.createReadStream({ signal, autoClose: false })) await target.write(Buffer.from(chunk));
}

/** Files of this computer. Runs of one process write a file one after the other. */
export const textFiles: Files = {
  async read(given, encoding, signal) {
    const path = safePath(given);
    try {
      const { size } = await stat(path);
      if (size > largest) throw new AppError('files.tooLarge', { path, size: `${size.toLocaleString('en-US')} bytes`, limit: `${largest.toLocaleString('en-US')} bytes` });
      return decode(await readFile(path, { signal }), encoding);
    } catch (thrown) {
      if (signal.aborted) throw new AppError('app.cancelled');
      return readingFailed(path)(thrown);
    }
  },
  async appendLine(given, line, encoding, signal) {
    const path = safePath(given);
    let number = 0;
    await written(path, async () => {
      const size = await sizeOf(path);
      if (size !== undefined && size > largest) throw new AppError('files.tooLarge', { path, size: `${size.toLocaleString('en-US')} bytes`, limit: `${largest.toLocaleString('en-US')} bytes` });
      const before = size === undefined ? '' : decode(await readFile(path, { signal }), encoding);
      const gap = before === '' || /[\r\n]$/.test(before) ? '' : lineEnd;
      number = linesOf(before) + 1;
      await appendFile(path, encode(`${gap}${line}${lineEnd}`, encoding, (size ?? 0) === 0));
    });
    return number;
  },
  async write(given, text, { encoding, existing }, signal) {
    const path = safePath(given);
    return written(path, async () => {
      const whole = encode(text, encoding, true);
      if (existing === 'Append') return appendFile(path, ((await sizeOf(path)) ?? 0) === 0 ? whole : encode(text, encoding, false));
      if (existing === 'Number the new one') return numbered(path, (candidate) => writeFile(candidate, whole, { flag: 'wx', signal }));
      return writeFile(path, whole, { flag: existing === 'Fail' ? 'wx' : 'w', signal });
    });
  },
  async copy(from, given, existing: ExistingFileRule, signal) {
    const [source, path] = [safePath(from), safePath(given)];
    if ((await sizeOf(source)) === undefined) throw new AppError('files.unreadable', { path: source, problem: 'It does not exist.' });
    return written(path, async () => {
      if (existing === 'Append') return appendCopy(source, path, signal);
      if (existing === 'Number the new one') return numbered(path, (candidate) => copyFile(source, candidate, constants.COPYFILE_EXCL));
      return copyFile(source, path, existing === 'Fail' ? constants.COPYFILE_EXCL : 0);
    });
  },
};
