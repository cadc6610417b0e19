import { expect, test } from 'vitest';
import { createHandlers } from '../../../electron/ipc/handlers.ts';
import { ConnectionJobs } from '../../../electron/runs/connectionJobs.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import { masked } from '../../../shared/trace/mask.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import { builtEntries } from '../../adapters/built.ts';
import { askingBasic } from '../../adapters/exchange/askingBasic.ts';
import { scriptedServer } from '../../adapters/exchange/scriptedServer.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';
import { testApp, type TestApp } from './parts.ts';

const signal = new AbortController().signal;
const told: string[] = [];
const sink = { emit: ({ trace }: { readonly trace: string }) => void told.push(trace), signal };
const contoso = Connection.parse({ name: 'mail.contoso.test', type: 'Exchange Configuration', serverAddress: 'mail.contoso.test', username: 'svc', domain: 'contoso.test' });

/** A workspace with one configuration, and a request that was made with it. */
async function opened(connection: Connection): Promise<TestApp & { made(change?: Partial<TraceRecord>): TraceRecord }> {
  const app = await testApp();
  app.chooseNext(app.folder);
  await app.handlers.workspace.chooseFolder();
  const { key } = await app.handlers.connections.save({ connection, password: 'not-a-real-password-2' });
  const origin = { workspace: app.parts.workspace.required().id, configuration: key };
  return Object.assign(app, { made: (change: Partial<TraceRecord> = {}) => traceRecord(1, { ...origin, ...change }) });
}

test.each<[string, Partial<TraceRecord>, string]>([
  ['sends', { operation: 'SendItem' }, againReasons.writes],
  ['held a secret', { request: { headers: [], body: `<a>${masked}</a>`, bytes: 9 } }, againReasons.masked],
  ['belongs to a configuration that is gone', { configuration: 'gone' }, againReasons.gone],
  ['was made in another workspace, with a configuration of the same name', { workspace: 'workspace-2' }, againReasons.otherWorkspace],
  ['went to another server', { url: 'https://demo.contoso.test/EWS/Exchange.asmx' }, againReasons.elsewhere],
])('a request that %s is not sent again', async (_what, change, reason) => {
  await using app = await opened(contoso);
  app.parts.traces.add(app.made(change));
  await expect(app.handlers.traces.sendAgain({ id: 'r1' }, sink)).rejects.toMatchObject({ data: { code: 'trace.notSentAgain', details: { reason } } });
});

test('a request that is not kept any more is not sent again', async () => {
  await using app = await opened(contoso);
  await expect(app.handlers.traces.sendAgain({ id: 'r1' }, sink)).rejects.toMatchObject({ data: { code: 'trace.gone' } });
});

test('a request that reads is sent again with the password of its configuration, and its pair can be read', async () => {
  const server = await scriptedServer(askingBasic((_seen, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).end(traceRecord(1).response?.body)));
  await using app = await opened({ ...contoso, serverAddress: server.url, passwordMethod: 'Basic' });
  const { traces } = app.parts;
  const connectionJobs = new ConnectionJobs({ workerFile: (await builtEntries()).runWorker, userAgent: 'test', traced: (record) => void traces.add(record), warned: (error) => expect.fail(error.what) });
  traces.add(app.made({ url: server.url, run: 'run-1' }));
  await createHandlers({ ...app.parts, connectionJobs }).traces.sendAgain({ id: 'r1' }, sink);
  const [, signedIn] = server.seen;
  expect(signedIn).toMatchObject({ body: traceRecord(1).request.body, headers: { authorization: expect.stringMatching(/^Basic /) } });
  expect(traces.read(told[0] ?? '')).toMatchObject({ again: 'r1', run: 'run-1', operation: 'GetItem', result: { class: 'success' }, workspace: app.parts.workspace.required().id, configuration: app.made().configuration });
  await server.close();
}, 120_000);
