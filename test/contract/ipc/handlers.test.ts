import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stoppedDemo, type DemoState } from '../../../shared/demo/demo.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { channelKindsOf } from '../../../shared/ipc/channelKinds.ts';
import { testApp, type TestApp } from './parts.ts';

const contoso = Connection.parse({
  name: 'Contoso',
  type: 'Exchange Configuration',
  serverAddress: 'mail.contoso.test',
  username: 'svc',
  domain: 'contoso.test',
});

async function openNew(app: TestApp): Promise<string> {
  const path = join(app.folder, 'workspace');
  await mkdir(path);
  app.chooseNext(path);
  await app.handlers.workspace.chooseFolder();
  return path;
}

test('every channel of the contract has a handler, and no handler is without a channel', async () => {
  await using app = await testApp();
  const named = Object.fromEntries(Object.entries(app.handlers).map(([domain, names]) => [domain, Object.keys(names).toSorted()]));
  const wanted = Object.fromEntries(Object.entries(channelKindsOf(contract)).map(([domain, names]) => [domain, Object.keys(names).toSorted()]));
  expect(named).toEqual(wanted);
});

describe('workspace', () => {
  test('a folder that is chosen becomes a workspace with an identity that stays', async () => {
    await using app = await testApp();
    const path = await openNew(app);
    const first = await app.handlers.workspace.current();
    expect(first).toMatchObject({ path, name: 'workspace', demo: false, runbooks: [] });
    expect(await app.handlers.workspace.open({ path })).toMatchObject({ id: first?.id });
    expect((await app.handlers.settings.read()).recentWorkspaces).toEqual([{ path, name: 'workspace' }]);
  });

  test('cancelling the dialog opens nothing', async () => {
    await using app = await testApp();
    expect(await app.handlers.workspace.chooseFolder()).toBeNull();
    expect(await app.handlers.workspace.current()).toBeNull();
  });

  test('without one, runbooks and connections say so', async () => {
    await using app = await testApp();
    await expect(async () => app.handlers.runbooks.read({ key: 'a' })).rejects.toMatchObject({ data: { code: 'workspace.notOpen' } });
    await expect(async () => app.handlers.connections.list()).rejects.toMatchObject({ data: { code: 'workspace.notOpen' } });
  });

  test('the demo opens with its sample and a connection for each item type, ready to sign in', async () => {
    await using app = await testApp();
    const view = await app.handlers.workspace.openDemo({});
    expect(view.demo).toBe(true);
    expect(view.runbooks.map(({ key }) => key)).toContain('answer-help-desk-mail');
    const connections = await app.handlers.connections.list();
    expect(connections.map(({ key }) => key).toSorted()).toEqual(['demo-appointments', 'demo-contact-groups', 'demo-contacts', 'demo-mail-items', 'demo-mailbox', 'demo-tasks']);
    for (const { connection, secret } of connections) expect([connection.serverAddress, secret.stored]).toEqual(['http://127.0.0.1:1/EWS/Exchange.asmx', true]);
    const uses = await app.handlers.connections.uses({ key: 'demo-mailbox' });
    expect(uses.map(({ runbookName }) => runbookName)).toContain('Answer help desk mail');
  });
});

describe('runbooks', () => {
  test('are created, saved over their revision, refused over another one, and overwritten on request', async () => {
    await using app = await testApp();
    const path = await openNew(app);
    const entry = await app.handlers.runbooks.create({ name: 'Answer mail', folder: 'help desk' });
    expect(entry).toMatchObject({ key: 'help-desk/answer-mail', name: 'Answer mail', folder: 'help-desk' });
    const opened = await app.handlers.runbooks.read({ key: entry.key });
    const document = Runbook.parse(opened.document);
    const saved = await app.handlers.runbooks.save({
      key: entry.key,
      document: { ...document, description: 'One' },
      revision: opened.revision,
      overwrite: false,
    });
    expect(saved.revision).not.toBe(opened.revision);

    const file = join(path, 'runbooks/help-desk/answer-mail.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}# from elsewhere\n`);
    const stale = { key: entry.key, document: { ...document, description: 'Two' }, revision: saved.revision };
    await expect(app.handlers.runbooks.save({ ...stale, overwrite: false })).rejects.toMatchObject({ data: { code: 'file.changedOutside' } });
    await app.handlers.runbooks.save({ ...stale, overwrite: true });
    expect(await readFile(file, 'utf8')).toBe('formatVersion: 1\nname: Answer mail\ndescription: Two\n# from elsewhere\n');
  });

  test.each(['../outside', '/etc/passwd', 'a/../../b', '.hidden', 'a//b', 'c:\\x', ''])('the key %j leads nowhere', async (key) => {
    await using app = await testApp();
    await openNew(app);
    await expect(app.handlers.runbooks.read({ key })).rejects.toMatchObject({ data: { code: 'file.outside' } });
  });

  test('one that is broken is listed with its problem', async () => {
    await using app = await testApp();
    const path = await openNew(app);
    await app.handlers.runbooks.create({ name: 'Good', folder: '' });
    await writeFile(join(path, 'runbooks/bad.yaml'), 'name: [');
    const view = await app.handlers.workspace.current();
    expect(view?.runbooks.map(({ key, problem }) => [key, problem !== undefined])).toEqual([
      ['bad', true],
      ['good', false],
    ]);
  });
});

describe('connections', () => {
  const password = randomBytes(12).toString('hex');

  test('the password goes to the keychain under workspace and key, and into no file', async () => {
    await using app = await testApp();
    await openNew(app);
    const id = (await app.handlers.workspace.current())?.id;
    const saved = await app.handlers.connections.save({ connection: contoso, password });
    expect(saved).toMatchObject({ key: 'contoso', secret: { stored: true, where: 'keychain' } });
    expect(await app.keychain.get(`${id}/contoso/password`)).toBe(password);
    const files = (await readdir(app.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => text.includes(password))).toEqual([]);
  });

  test('saving without a password leaves the stored one; the key stays when the name changes', async () => {
    await using app = await testApp();
    await openNew(app);
    await app.handlers.connections.save({ connection: contoso, password });
    const renamed = await app.handlers.connections.save({ key: 'contoso', connection: { ...contoso, name: 'Contoso North' } });
    expect(renamed).toMatchObject({ key: 'contoso', connection: { name: 'Contoso North' }, secret: { stored: true } });
  });

  test('a duplicate has everything but the secret', async () => {
    await using app = await testApp();
    await openNew(app);
    await app.handlers.connections.save({ connection: contoso, password });
    const copy = await app.handlers.connections.duplicate({ key: 'contoso' });
    expect(copy).toMatchObject({ key: 'copy-of-contoso', connection: { ...contoso, name: 'Copy of Contoso' }, secret: { stored: false } });
    expect((await app.handlers.connections.duplicate({ key: 'contoso' })).connection.name).toBe('Copy of Contoso 2');
  });

  test('removing one removes its secret too', async () => {
    await using app = await testApp();
    await openNew(app);
    const id = (await app.handlers.workspace.current())?.id;
    await app.handlers.connections.save({ connection: contoso, password });
    await app.handlers.connections.remove({ key: 'contoso' });
    expect(await app.handlers.connections.list()).toEqual([]);
    expect(await app.keychain.has(`${id}/contoso/password`)).toBe(false);
  });

  test('a name that is taken, or no password, is refused with the field', async () => {
    await using app = await testApp();
    await openNew(app);
    await expect(app.handlers.connections.save({ connection: contoso })).rejects.toMatchObject({
      data: { code: 'connection.invalid', details: { field: 'password' } },
    });
    await app.handlers.connections.save({ connection: contoso, password });
    await expect(app.handlers.connections.save({ connection: contoso, password })).rejects.toMatchObject({
      data: { code: 'connection.invalid', details: { field: 'name' } },
    });
  });

  test('clearing a secret leaves the configuration', async () => {
    await using app = await testApp();
    await openNew(app);
    await app.handlers.connections.save({ connection: contoso, password });
    expect(await app.handlers.secrets.clear({ key: 'contoso' })).toMatchObject({ stored: false });
    expect((await app.handlers.connections.list()).map(({ key }) => key)).toEqual(['contoso']);
  });
});

describe('the rest', () => {
  test('links outside the allow-list are not opened', async () => {
    await using app = await testApp();
    await app.handlers.app.openExternal({ url: 'https://learn.microsoft.com/exchange' });
    for (const url of [
      'http://learn.microsoft.com/',
      'https://learn.microsoft.com.example.com/',
      'file:///etc/passwd',
      'https://user@learn.microsoft.com/',
      'javascript:alert(1)',
    ]) {
      await expect(async () => app.handlers.app.openExternal({ url })).rejects.toMatchObject({ data: { code: 'app.linkNotAllowed' } });
    }
    expect(app.asked).toEqual(['open https://learn.microsoft.com/exchange']);
  });

  test('a change of one setting leaves the others, unknown ones included', async () => {
    await using app = await testApp();
    await writeFile(join(app.folder, 'settings.json'), JSON.stringify({ sideBarWidth: 300, fromTheFuture: [1] }));
    await app.handlers.settings.change({ colorMode: 'dark' });
    expect(await app.handlers.settings.read()).toMatchObject({ colorMode: 'dark', sideBarWidth: 300, fromTheFuture: [1] });
  });

  test('settings that cannot be read are kept beside the new ones', async () => {
    await using app = await testApp();
    await writeFile(join(app.folder, 'settings.json'), '{ broken');
    expect((await app.handlers.settings.read()).colorMode).toBe('system');
    await app.handlers.settings.change({ colorMode: 'light' });
    expect(await readFile(join(app.folder, 'settings.json.unreadable'), 'utf8')).toBe('{ broken');
  });

  test('a defect of the window is in the log under its reference, without secrets', async () => {
    await using app = await testApp();
    const { reference } = await app.handlers.app.reportDefect({
      message: 'It broke: Authorization: Basic dXNlcjpodW50ZXIy',
      stack: 'Error\n at x (password="hunter2")',
    });
    const log = await readFile(app.parts.log.file, 'utf8');
    expect(log).toContain(reference);
    expect(log).not.toMatch(/hunter2|dXNlcjpodW50ZXIy/);
  });

  test('a run whose worker cannot start ends as failed, with the reason', async () => {
    await using app = await testApp();
    const events: RunEvent[] = [];
    const request = { key: 'a', document: Runbook.parse({ name: 'A' }), mode: 'run' as const, unsaved: {}, breakpoints: [], guard: true, onDemo: false, watching: false, pins: {}, input: {} };
    await app.handlers.runs.start(request, { emit: (event) => void events.push(event), signal: new AbortController().signal });
    expect(events).toMatchObject([{ type: 'runFinished', status: 'failed', error: { code: 'app.workerStopped' } }]);
  });

  test('text, and the bytes that stand in a message as Base64, are written where the person says', async () => {
    await using app = await testApp();
    const file = join(app.folder, 'offer.pdf');
    expect(await app.handlers.files.saveText({ title: 'Save', name: 'offer.pdf', text: '', base64: true })).toEqual({ file: null });
    app.chooseNext(file);
    expect(await app.handlers.files.saveText({ title: 'Save', name: 'offer.pdf', text: '/wAB', base64: true })).toEqual({ file });
    expect([...(await readFile(file))]).toEqual([255, 0, 1]);
    await app.handlers.files.saveText({ title: 'Save', name: 'log.txt', text: 'ä' });
    expect(await readFile(file, 'utf8')).toBe('ä');
  });

  test('faults of the demo server are switched on and off', async () => {
    await using app = await testApp();
    const states: DemoState[] = [];
    const shown = new AbortController();
    const watching = app.handlers.demo.watch(undefined, { emit: (state) => void states.push(state), signal: shown.signal });
    await expect.poll(() => states).toEqual([stoppedDemo]);
    expect(await app.handlers.demo.setFault({ fault: 'wrongPassword' })).toMatchObject({ running: true, fault: 'wrongPassword' });
    await expect.poll(() => states.at(-1)).toMatchObject({ running: true, fault: 'wrongPassword' });
    expect(await app.handlers.demo.reset()).toMatchObject({ fault: 'none' });
    await expect.poll(() => states.at(-1)).toMatchObject({ fault: 'none' });

    // Whoever looks no more is told nothing.
    shown.abort();
    await watching;
    const told = states.length;
    await app.handlers.demo.setFault({ fault: 'slow' });
    expect(states).toHaveLength(told);
  });
});
