import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunEvent } from '../../shared/history/historyEvents.ts';
import { historyFormatVersion, RunHeader } from '../../shared/history/runHeader.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import { recordedTraceEnding } from '../traces/recordedTraces.ts';

const ending = '.jsonl';
/** Enough for the last event of a run, which holds at most one error. */
const tailBytes = 16 * 1024;

/** The name of a run's file: it sorts by time, and says which run it is. */
export const runFileName = (run: string, startedAt: number): string => `${new Date(startedAt).toISOString().replace('T', '_').replace('Z', '').replaceAll(/[:.]/g, '-')}_${run}${ending}`;

/** The run of a file name, or undefined for what is no run's file. */
export function runOfName(name: string): string | undefined {
  return /^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d-\d{3}_(.+)\.jsonl$/.exec(name)?.[1];
}

/** The file beside a run's file that keeps its requests. */
export const traceFileOf = (file: string): string => `${file.slice(0, -ending.length)}${recordedTraceEnding}`;

/** Bytes of the requests that are kept with a run; 0 where it made none. */
export const traceBytesOf = (file: string): Promise<number> => stat(traceFileOf(file)).then(({ size }) => size, () => 0);

/** When the run of a file name began, in milliseconds since 1970. */
export function startOfName(name: string): number {
  const [, day, hour, minute, second, ms] = /^(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)-(\d\d)-(\d{3})_/.exec(name) ?? [];
  return Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
}

/** The names of the runs' files, newest first. A folder that is not there has none. */
export async function runFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => runOfName(name) !== undefined).toSorted().toReversed();
}

/** What a line says, or undefined for a torn one: a crash may end a file in the middle of a line. */
export function lineValue(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines of a file as they are read; each time the reader waits, everything else has its turn. Rejects with the system's error. */
export async function* linesOf(file: string): AsyncGenerator<string[], void> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}

/** The header of a run's file, or undefined where the first line is none or of a later version. */
export function headerOf(line: string | undefined): RunHeader | undefined {
  const header = RunHeader.safeParse(line === undefined ? undefined : lineValue(line));
  return header.success && header.data.formatVersion <= historyFormatVersion ? header.data : undefined;
}

/** Reads no more of a file than its header. */
export async function readHeader(file: string): Promise<RunHeader | undefined> {
  for await (const lines of linesOf(file)) {
    // A long runbook may take more than one chunk.
    if (lines.length > 0) return headerOf(lines[0]);
  }
  return undefined;
}

/** Whether the last whole line of a file is the end of its run. */
export async function hasEnd(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - tailBytes);
    const { buffer } = await handle.read({ buffer: Buffer.alloc(size - from), position: from });
    const last = buffer.toString('utf8').trimEnd().split('\n').at(-1);
    const event = last === undefined ? undefined : lineValue(last);
    return isRunEvent(event) && event.type === 'runFinished';
  } finally {
    await handle.close();
  }
}

/** The events of some lines; the header, torn lines and what a later version wrote are left out. */
export function eventsIn(lines: readonly string[]): RunEvent[] {
  return lines.flatMap((line) => {
    const value = line === '' ? undefined : lineValue(line);
    return isRunEvent(value) ? [value] : [];
  });
}

/** The folder of recorded runs below the folder of the app's own data. */
export const historyFolderOf = (userData: string): string => join(userData, 'history');

/** Where removed runs wait for undo. */
export const removedFolder = (folder: string): string => join(folder, 'removed');

/** Deletes requests whose run is gone: of a process that ended while it deleted, for example. */
export async function removeOrphans(folder: string): Promise<void> {
  const names = new Set(await readdir(folder).catch(() => []));
  const orphans = [...names].filter((name) => name.endsWith(recordedTraceEnding) && !names.has(`${name.slice(0, -recordedTraceEnding.length)}${ending}`));
  await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
}
