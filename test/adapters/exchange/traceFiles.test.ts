import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultTraceFolder, writeTraceFile } from '../../../electron/runs/traceFiles.ts';
import { patient, testHost, testPassword, testSession } from './hosts.ts';
import { scriptedServer } from './scriptedServer.ts';
import { messages, sendXml } from './soapAnswers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traces-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function records(): Promise<ReturnType<typeof testHost>['traces']> {
  const server = await scriptedServer((_, response) => sendXml(response, messages('MoveItem', '<m:Items/>')));
  const host = testHost();
  const session = testSession(server.url, host);
  await session.mailbox({ execution: 'e1' }).move('i', 'Inbox', 'move', patient);
  await session.close();
  await server.close();
  return host.traces;
}

describe('trace files', () => {
  it('hold the pair without secrets, readable by the owner only, in a folder that is made', async () => {
    const target = join(folder, 'below', 'exchange_user');
    const file = await writeTraceFile(target, await records());
    expect(file).toMatch(/\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d-\d{3}\.ews-trace\.xml\.log$/);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('<m:MoveItem>');
    expect(text).toContain('Tag="EwsResponse"');
    expect(text).not.toContain(testPassword);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(target)).mode & 0o777).toBe(0o700);
  });

  it('never share a file, and their names sort by time', async () => {
    const traces = await records();
    const files = await Promise.all(Array.from({ length: 5 }, () => writeTraceFile(folder, traces)));
    expect(new Set(files).size).toBe(5);
    expect(await readdir(folder)).toEqual(files.map((file) => file.slice(folder.length + 1)).toSorted());
  });

  it('fail where the folder is a file', async () => {
    const traces = await records();
    const file = await writeTraceFile(folder, traces);
    await expect(writeTraceFile(join(file, 'below'), traces)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('lie below the folder for temporary files where the one of the pack does not exist', () => {
    expect(defaultTraceFolder('linux', undefined)).toBe(join(tmpdir(), 'sc-orchestrator', 'exchange_user'));
    expect(defaultTraceFolder('win32', join(folder, 'missing'))).toBe(join(tmpdir(), 'sc-orchestrator', 'exchange_user'));
  });
});
