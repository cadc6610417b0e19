import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { ConnectionJobs, type ConnectionAccess } from '../../../electron/runs/connectionJobs.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import { builtEntries } from '../built.ts';
import { patient, testConnection, testPassword } from '../exchange/hosts.ts';
import { scriptedServer } from '../exchange/scriptedServer.ts';

let server: DemoServer;
let access: ConnectionAccess;
let workerFile: string;

beforeAll(async () => {
  workerFile = (await builtEntries()).runWorker;
  server = await startDemoServer();
  const [user] = server.facts.users;
  if (user === undefined) throw new Error('The demo server has no users.');
  access = accessTo(server.facts.url, user);
}, 120_000);
afterAll(() => server.close());

function accessTo(url: string, { username, domain, password }: { readonly username: string; readonly domain: string; readonly password: string | undefined }): ConnectionAccess {
  return { key: 'test', connection: testConnection(url, { username, domain }), secret: async () => password, token: () => Promise.reject(new AppError('signIn.required')) };
}

/** Jobs in real workers, with every pair they make and everything they say. */
function jobs() {
  const traces: TraceRecord[] = [];
  const told: string[] = [];
  const made = new ConnectionJobs({ workerFile, userAgent: 'test', traced: (record) => void traces.push(record), warned: (error) => expect.fail(error.what) });
  const sink = (signal: AbortSignal = patient) => ({ emit: ({ trace }: { readonly trace: string }) => void told.push(trace), signal });
  return { jobs: made, traces, told, sink };
}

/** A request that was made before. */
async function searched(): Promise<TraceRecord> {
  const { jobs: before, traces } = jobs();
  await before.browse(access, { kind: 'items', connection: 'test', folder: 'Inbox', search: '', offset: 0 }, { emit: () => undefined, signal: patient });
  return traces.find(({ operation }) => operation === 'FindItem') ?? expect.fail('no FindItem');
}

const again = ({ id, url, request }: TraceRecord, body = request.body) => ({ url, body, labels: { activity: 'find', again: id } });

describe('a request that reads', () => {
  test('is sent again as it was, and its pair says so', async () => {
    const first = await searched();
    const { jobs: sending, traces, told, sink } = jobs();
    await sending.sendAgain(access, again(first), sink());
    expect(traces).toHaveLength(1);
    expect(traces[0]).toMatchObject({ operation: 'FindItem', again: first.id, activity: 'find', status: 200, result: { class: 'success' }, request: { body: first.request.body } });
    expect(traces[0]?.response?.body.length).toBe(first.response?.body.length);
    expect(told).toEqual([traces[0]?.id]);
  });

  test('leaves a refusal of the server to its pair', async () => {
    const first = await searched();
    const { jobs: sending, traces, sink } = jobs();
    const body = first.request.body.replace(/<m:ParentFolderIds>.*<\/m:ParentFolderIds>/, '<m:ParentFolderIds><t:FolderId Id="bm90aGluZw=="/></m:ParentFolderIds>');
    expect(body).not.toBe(first.request.body);
    await sending.sendAgain(access, again(first, body), sink());
    expect(traces.map(({ result }) => result.class)).toEqual(['error']);
  });

  test('is not sent without a password, and the way to it is named', async () => {
    const { jobs: sending, traces, sink } = jobs();
    const first = await searched();
    await expect(sending.sendAgain({ ...access, secret: async () => undefined }, again(first), sink())).rejects.toMatchObject({ data: { code: 'secret.missing', actions: [{ kind: 'openConnection', connection: 'test', field: 'password' }] } });
    expect(traces).toEqual([]);
  });

  test('is not sent to another server', async () => {
    const other = await scriptedServer(() => undefined);
    const { jobs: sending, sink } = jobs();
    const first = await searched();
    const elsewhere = accessTo(other.url, { username: 'ann', domain: 'contoso', password: testPassword });
    await expect(sending.sendAgain(elsewhere, again(first), sink())).rejects.toMatchObject({ data: { code: 'trace.notSentAgain', details: { reason: againReasons.elsewhere } } });
    expect(other.seen).toEqual([]);
    await other.close();
  });

  test('is cancelled down to the socket', async () => {
    const silent = await scriptedServer(() => undefined);
    const first = await searched();
    const abort = new AbortController();
    const { jobs: sending, traces, sink } = jobs();
    const ended = sending.sendAgain(accessTo(silent.url, { username: 'ann', domain: 'contoso', password: testPassword }), again({ ...first, url: silent.url }), sink(abort.signal)).catch((thrown: unknown) => thrown);
    await silent.arrived(1);
    abort.abort();
    await silent.seen[0]?.closed;
    expect(await ended).toMatchObject({ data: { code: 'app.cancelled' } });
    expect(traces.map(({ error }) => error?.code)).toEqual(['app.cancelled']);
    await silent.close();
  });
});

test('the worker refuses what writes, whatever it is told', async () => {
  const { jobs: sending, traces, sink } = jobs();
  const first = await searched();
  const body = first.request.body.replaceAll('m:FindItem', 'm:CreateItem');
  await expect(sending.sendAgain(access, again(first, body), sink())).rejects.toMatchObject({ data: { code: 'trace.notSentAgain', details: { reason: againReasons.writes } } });
  expect(traces).toEqual([]);
});
