import { accessSync, constants } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { soapeBlocks } from '../../shared/trace/soapeFile.ts';

/** Where the original pack writes its traces on Windows; elsewhere below the folder for temporary files. */
export function defaultTraceFolder(platform: NodeJS.Platform = process.platform, windows: string | undefined = process.env.windir): string {
  const below = ['sc-orchestrator', 'exchange_user'];
  if (platform === 'win32' && windows !== undefined) {
    const temp = join(windows, 'Temp');
    try {
      accessSync(temp, constants.W_OK);
      return join(temp, ...below);
    } catch {
      // Users without administration rights may not write there.
    }
  }
  return join(tmpdir(), ...below);
}

/** A time as a file name that sorts by time and that every file system takes. */
const stampOf = (time: number): string => new Date(time).toISOString().replace('T', '_').replace('Z', '').replaceAll(/[:.]/g, '-');

/** Another execution, of this program or another one, may have taken the same millisecond: then the next one. */
async function writeNew(folder: string, time: number, ending: string, text: string): Promise<string> {
  for (let stamp = time; ; stamp += 1) {
    const file = join(folder, `${stampOf(stamp)}.${ending}`);
    try {
      await writeFile(file, text, { encoding: 'utf8', mode: 0o600, flag: 'wx' });
      return file;
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    }
  }
}

/** Makes the folder for log files. */
async function logFolderOf(folder: string | undefined): Promise<string> {
  const target = folder ?? defaultTraceFolder();
  await mkdir(target, { recursive: true, mode: 0o700 });
  // One that was there before may be open to others. A folder of the person's choice is theirs to protect.
  if (folder === undefined) await chmod(target, 0o700);
  return target;
}

/**
 * Writes the requests of one activity execution as the pack does: `{date-time-stamp}.ews-trace.xml.log`, in the format of SOAPe. Answers the path;
 * rejects with the system's error. Folder and file are readable by their owner only, because traces hold the contents of mail.
 */
export async function writeTraceFile(folder: string | undefined, records: readonly TraceRecord[]): Promise<string> {
  const target = await logFolderOf(folder);
  const first = records[0]?.startedAt;
  return writeNew(target, first === undefined ? Date.now() : Date.parse(first), 'ews-trace.xml.log', records.map((record) => soapeBlocks(record)).join(''));
}

/** Writes how one activity execution signed in, as the pack does: `{date-time-stamp}.msal.txt`. The lines are masked where they were made. */
export async function writeSignInLog(folder: string | undefined, lines: readonly string[]): Promise<string> {
  return writeNew(await logFolderOf(folder), Date.now(), 'msal.txt', `${lines.join('\n')}\n`);
}
