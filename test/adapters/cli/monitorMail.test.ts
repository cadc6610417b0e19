import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { secretVariable } from '../../../electron/secrets/secretVariable.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { call, startTestServer } from '../../contract/demo/rawClient.ts';
import { builtEntries } from '../built.ts';
import { scratchFolder } from '../scratch.ts';

const runbook = `formatVersion: 1
name: Watch
activities:
  watch:
    type: exchange.monitorItem
    version: 1
    name: Watch
    connection: mail
    properties: { searchFolder: Inbox, monitorIntervals: '5' }
    filters: [{ field: Subject, operator: contains, value: '[HD]' }]
  move: { type: exchange.moveOrCopyItem, version: 1, name: Move, connection: mail, properties: { id: '{{watch.ID}}', copy: 'False', destinationFolder: Deleted Items } }
links:
  - { from: watch, to: move }
`;

/** A mail from Ana that is delivered at once. */
const mail = (subject: string): string =>
  `<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message><t:Subject>${subject}</t:Subject><t:ToRecipients><t:Mailbox><t:EmailAddress>helpdesk@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>`;

test('--follow works on each mail that arrives while it waits, in a run of its own, and passes over others', async () => {
  const { cli } = await builtEntries();
  await using home = await scratchFolder();
  const server = await startTestServer();
  await using _closing = { [Symbol.asyncDispose]: () => server.close() };
  const user = server.facts.users.find(({ username }) => username === 'helpdesk') ?? expect.fail('There is no help desk.');
  const files = {
    'workspace.yaml': 'formatVersion: 1\nid: w\nname: Watch\n',
    'runbooks/watch.yaml': runbook,
    'connections/mail.yaml': `formatVersion: 1\nname: Mail\ntype: Exchange Configuration (Item Activity)\nitemType: E-Mail Message\nserverAddress: ${server.facts.url}\nusername: ${user.username}\ndomain: ${user.domain}\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(home.path, path, '..'), { recursive: true });
    await writeFile(join(home.path, path), text);
  }
  const env = { ...process.env, XDG_CONFIG_HOME: home.path, APPDATA: home.path, HOME: home.path, [secretVariable('mail')]: user.password };
  const child = spawn(process.execPath, [cli, 'run', 'watch', '--workspace', home.path, '--follow', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const events: RunEvent[] = [];
  const sent: Promise<string>[] = [];
  let waits = 0;
  let looked = true;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event: RunEvent = JSON.parse(line);
    events.push(event);
    if (event.type === 'message' && event.text.includes('waits for its first item')) {
      waits += 1;
      looked = false;
      // Two mails are through; the third run waits for one that does not come.
      if (waits === 3) child.kill('SIGINT');
    } else if (event.type === 'exchangeRequest' && !looked) {
      // It knows what was there before, so what comes from now on is new.
      looked = true;
      sent.push(call(server, mail('Lunch'), 'ana').then(() => call(server, mail(`[HD] Number ${waits}`), 'ana')));
    }
  });
  await once(child, 'close');
  await Promise.all(sent);
  expect(child.exitCode).toBe(130);
  const published = events.flatMap((event) => (event.type === 'activityPublished' && event.activity === 'watch' ? [event.values['Subject']] : []));
  expect(published).toEqual(['[HD] Number 1', '[HD] Number 2']);
  const ends = events.flatMap((event) => (event.type === 'runFinished' ? [event.status] : []));
  expect(ends).toEqual(['success', 'success', 'cancelled']);
  const moved = events.flatMap((event) => (event.type === 'activityFinished' && event.activity === 'move' ? [event.outcome] : []));
  expect(moved).toEqual(['success', 'success']);
  expect(new Set(events.map(({ run }) => run)).size).toBe(3);
}, 120_000);
