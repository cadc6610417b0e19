import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../electron/demo/demoServer.ts';
import { safeName } from '../../../electron/exchange/ews/savedAttachments.ts';
import { openSession, type ExchangeSession } from '../../../electron/exchange/session.ts';
import { patient, testConnection, testHost } from './hosts.ts';

let server: DemoServer;
let session: ExchangeSession;
let folder: string;

beforeAll(async () => {
  server = await startDemoServer();
  folder = await mkdtemp(join(tmpdir(), 'saved-'));
  const [user] = server.facts.users;
  session = openSession(testConnection(server.facts.url, { username: user?.username ?? '', domain: user?.domain ?? '' }), user?.password ?? '', testHost());
});
afterAll(async () => {
  await session.close();
  await server.close();
  await rm(folder, { recursive: true });
});

describe('saving attachments', () => {
  it('writes the files as they were attached, and never over another one', async () => {
    const exchange = session.mailbox({});
    const content = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 256));
    await writeFile(join(folder, 'a & b.bin'), content);
    const { id } = await exchange.create(
      { itemType: 'E-Mail Message', values: { to: ['a@contoso.test'], subject: 's', body: 'b', attachments: [join(folder, 'a & b.bin')] } },
      patient,
    );
    const target = join(folder, 'new', 'below');
    const paths = [...(await exchange.saveAttachments(id, target, patient)), ...(await exchange.saveAttachments(id, target, patient))];
    expect(paths.map((path) => basename(path))).toEqual(['a & b.bin', 'a & b (2).bin']);
    expect(await readdir(target)).toHaveLength(2);
    expect(await readFile(paths[1] ?? '')).toEqual(content);
  });

  it('says where a file could not be written', async () => {
    const exchange = session.mailbox({});
    const file = join(folder, 'c.txt');
    await writeFile(file, 'c');
    const { id } = await exchange.create(
      { itemType: 'E-Mail Message', values: { to: ['a@contoso.test'], subject: 's', body: 'b', attachments: [file] } },
      patient,
    );
    await expect(exchange.saveAttachments(id, join(file, 'below'), patient)).rejects.toMatchObject({ data: { code: 'exchange.attachmentNotSaved' } });
  });

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\win.ini', 'C__Windows_win.ini'],
    ['con.txt', '_con.txt'],
    ['  ..', 'attachment'],
    ['report\n2027?.pdf', 'report_2027_.pdf'],
  ])('keeps the name %j inside the folder', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
});
