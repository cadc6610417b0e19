import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { DemoState } from '../../../shared/demo/demo.ts';
import { envelope, post, startTestServer } from './rawClient.ts';

const shape = '<t:BaseShape>IdOnly</t:BaseShape>';
const getFolder = envelope(`<m:GetFolder><m:FolderShape>${shape}</m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder>`);
const createTask = envelope('<m:CreateItem><m:Items><t:Task><t:Subject>Water the plants</t:Subject></t:Task></m:Items></m:CreateItem>');

let server: DemoServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const helpDesk = (): DemoState['mailboxes'][number] | undefined => server.state().mailboxes.find(({ address }) => address === 'helpdesk@contoso.test');

it('tells what the mailboxes hold, and what a reset brings back', async () => {
  const before = helpDesk();
  expect(before?.inbox).toBeGreaterThan(0);
  expect(server.state().mailboxes).toHaveLength(server.facts.users.length);
  await post(server, createTask);
  expect(helpDesk()?.tasks).toBe((before?.tasks ?? 0) + 1);
  server.reset();
  expect(helpDesk()).toEqual(before);
});

it('tells the last requests and their answers, and nothing of what they said', async () => {
  expect(server.state().requests).toEqual([]);
  await post(server, createTask);
  server.setFault('emptyError');
  await post(server, getFolder);
  await fetch(server.facts.url, { method: 'POST' });
  await expect.poll(() => server.state().requests.map(({ operation, account, status, outcome }) => [operation, account, status, outcome])).toEqual([
    ['POST /EWS/Exchange.asmx', undefined, 401, 'answered'],
    ['GetFolder', 'helpdesk', 500, 'answered'],
    ['CreateItem', 'helpdesk', 200, 'answered'],
  ]);
  expect(JSON.stringify(server.state())).not.toContain('plants');
  expect(DemoState.parse(server.state())).toEqual(server.state());
});

it('tells what each answer said, also where its status is that of a success', async () => {
  const answers = (): unknown[] => server.state().requests.map(({ answer }) => [answer?.class, answer?.code]);
  await fetch(server.facts.url, { method: 'POST' });
  await fetch(server.facts.url, { method: 'POST', headers: { Authorization: 'Basic bm9ib2R5Om5vdGhpbmc=' } });
  await post(server, createTask);
  for (const fault of ['mailboxFull', 'serverBusy', 'loginPage', 'unavailable', 'truncated'] as const) {
    server.setFault(fault);
    await post(server, createTask);
  }
  await expect.poll(answers).toEqual([
    ['error', 'cut off'],
    ['throttled', 'HTTP 503'],
    ['error', 'not SOAP'],
    ['throttled', 'ErrorServerBusy'],
    ['error', 'ErrorQuotaExceeded'],
    ['success', 'NoError'],
    ['error', 'HTTP 401'],
    ['challenge', 'HTTP 401'],
  ]);
  expect(server.state().requests[4]?.status).toBe(200);
});

it('calls back with each change', async () => {
  let changes = 0;
  const watched = await startTestServer({ changed: () => (changes += 1) });
  const after = async (act: () => unknown): Promise<number> => {
    const before = changes;
    await act();
    return changes - before;
  };
  expect(await after(() => watched.setFault('slow'))).toBe(1);
  expect(await after(() => watched.reset())).toBe(1);
  watched.setFault('none');
  expect(await after(() => post(watched, getFolder))).toBeGreaterThan(1);
  await watched.close();
});

it('keeps no more than the last 50 requests', async () => {
  for (let times = 0; times < 52; times += 1) await post(server, getFolder);
  expect(server.state().requests.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_none, index) => 52 - index));
});
