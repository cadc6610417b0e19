import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../scratch.ts';
import { startCommandLines, type CommandLines } from './commandLines.ts';

let run: CommandLines['run'];
let runProcess: CommandLines['runProcess'];
let commandLines: CommandLines;
beforeAll(async () => {
  commandLines = await startCommandLines();
  ({ run, runProcess } = commandLines);
}, 120_000);
afterAll(() => commandLines[Symbol.asyncDispose]());

describe('run', () => {
  test('runs the sample against the demo, one event per line and a summary last', async () => {
    const { status, records, error } = await runProcess(['run', 'answer-help-desk-mail', '--demo', '--json']);
    const all = records();
    expect([status, error]).toEqual([0, '']);
    expect(all[0]).toMatchObject({ type: 'runStarted', seq: 1, startedBy: 'commandLine' });
    expect(all.at(-2)).toMatchObject({ type: 'runFinished', status: 'success' });
    expect(all.at(-1)).toMatchObject({ type: 'summary', command: 'run', status: 'success' });
  });

  test('writes neat lines without color where the output is no terminal', async () => {
    const { status, out } = await run(['run', 'Answer Help Desk Mail', '--demo']);
    expect(status).toBe(0);
    expect(out).not.toContain('\u001B');
    expect(out).toMatch(/^Activity +State +Executions +Rows +Failed$/m);
    expect(out).toMatch(/^✓ Find unread help desk mail {2}\d+ rows/m);
  });

  test('with a wrong password fails, and says what happened and what to do', async () => {
    const { status, records } = await run(['run', 'answer-help-desk-mail', '--demo', '--json'], {
      env: { EXCHANGE_RUNBOOK_SECRET_DEMO_MAILBOX: 'made-up-wrong', EXCHANGE_RUNBOOK_SECRET_DEMO_MAIL_ITEMS: 'made-up-wrong' },
    });
    expect(status).toBe(1);
    const summary = records().at(-1);
    expect(summary).toMatchObject({
      type: 'summary',
      status: 'failed',
      error: { code: 'signIn.rejected', what: expect.any(String), why: expect.any(String), fix: [expect.any(String), expect.any(String), expect.any(String)] },
    });
    expect(JSON.stringify(records())).not.toContain('made-up-wrong');
  });

  test('takes values for the parameters of Initialize Data', async () => {
    const { status, records } = await run(['run', 'answer-help-desk-mail', '--demo', '--json', '--input', 'Reply Text=a=b'], {
      onLine: (line, interrupt) => line.includes('"runStarted"') && interrupt(),
    });
    expect(status).toBe(130);
    expect(records()[0]).toMatchObject({ input: { 'Reply Text': 'a=b' } });
  });

  test('stops at Ctrl+C with the status of an interruption, and leaves nothing behind', async () => {
    await using scratch = await scratchFolder();
    const { status, records } = await runProcess(['run', 'answer-help-desk-mail', '--demo', '--json'], {
      env: { TMPDIR: scratch.path },
      onLine: (line, interrupt) => line.includes('"runStarted"') && interrupt(),
    });
    expect(status).toBe(130);
    expect(records().at(-1)).toMatchObject({ type: 'summary', status: 'cancelled' });
    expect(await readdir(scratch.path)).toEqual([]);
  });

  test.each([
    ['no runbook', ['run', '--demo', '--json'], 'cli.usage'],
    ['an unknown runbook', ['run', 'nothing', '--demo', '--json'], 'cli.usage'],
    ['a file that is not there', ['run', 'nothing.yaml', '--demo', '--json'], 'file.unreadable'],
    ['an option that is not known', ['run', 'a', '--fast', '--json'], 'cli.usage'],
    ['an input without a name', ['run', 'answer-help-desk-mail', '--demo', '--json', '--input', 'x'], 'cli.usage'],
  ])('%s is wrong usage', async (_what, args, code) => {
    const { status, records } = await run(args);
    expect(status).toBe(2);
    expect(records().at(-1)).toMatchObject({ type: 'summary', error: { code } });
  });
});

describe('check', () => {
  test('finds nothing wrong with the samples', async () => {
    const { status, records } = await run(['check', '--demo', '--json']);
    expect([status, records()]).toEqual([0, [{ type: 'summary', command: 'check', runbooks: expect.any(Number), errors: 0, warnings: 0 }]]);
  });

  test('names the file and the line of what cannot be read', async () => {
    await using scratch = await scratchFolder();
    await mkdir(join(scratch.path, 'runbooks'));
    await writeFile(join(scratch.path, 'workspace.yaml'), 'formatVersion: 1\nid: made-up\nname: Test\n');
    await writeFile(join(scratch.path, 'runbooks/bad.yaml'), 'name: A\nactivities: [\n');
    const { status, records } = await run(['check', '--json'], { cwd: scratch.path });
    expect(status).toBe(1);
    expect(records()).toMatchObject([
      { type: 'problem', file: 'runbooks/bad.yaml', code: 'file.broken', severity: 'error' },
      { type: 'summary', errors: 1 },
    ]);
  });

  test('outside a workspace is wrong usage', async () => {
    await using scratch = await scratchFolder();
    const { status, error } = await runProcess(['check'], { cwd: scratch.path });
    expect(status).toBe(2);
    expect(error).toContain('workspace.yaml');
  });
});

describe('test-connection', () => {
  test('passes for the demo, stage by stage', async () => {
    const { status, records } = await run(['test-connection', 'Demo mailbox', '--demo', '--json']);
    expect(status).toBe(0);
    expect(records().at(-1)).toEqual({ type: 'summary', command: 'test-connection', connection: 'demo-mailbox', ok: true });
  });

  test('fails with a wrong password', async () => {
    const { status, out, error } = await runProcess(['test-connection', 'demo-mailbox', '--demo'], { env: { EXCHANGE_RUNBOOK_SECRET_DEMO_MAILBOX: 'made-up-wrong' } });
    expect(status).toBe(1);
    expect(out).toMatch(/^✕ Sign in/m);
    expect(error).toContain('(signIn.rejected)');
  });
});

/** The code with which a request ends that trusts this computer's authorities only. */
const untrusted = (url: string): Promise<string> =>
  new Promise((resolve) => {
    get(url, () => resolve('trusted')).on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });

describe('demo-server', () => {
  test('prints its facts on one line once it listens, answers, and stops at Ctrl+C', async () => {
    let answered: Promise<number> | undefined;
    const { status, records } = await runProcess(['demo-server', '--json'], {
      onLine(line, interrupt) {
        const facts: { url: string; users: { username: string; password: string; domain: string }[] } = JSON.parse(line);
        const [user] = facts.users;
        const authorization = `Basic ${Buffer.from(`${user?.domain}\\${user?.username}:${user?.password}`).toString('base64')}`;
        answered = fetch(facts.url, { method: 'POST', headers: { authorization, 'content-type': 'text/xml' }, body: '<x/>' }).then(
          (response) => response.status,
        );
        void answered.finally(interrupt);
      },
    });
    expect(status).toBe(130);
    expect(records()).toMatchObject([
      {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
        users: expect.arrayContaining([expect.objectContaining({ mailbox: expect.stringContaining('@') })]),
      },
    ]);
    expect(await answered).not.toBe(401);
  });

  test('with --https answers to whoever trusts its authority file, and accepts the tokens of its identity provider', async () => {
    let status401: Promise<number | undefined> | undefined;
    let pages: Promise<string[]> | undefined;
    const { status, records } = await runProcess(['demo-server', '--https', '--json'], {
      onLine(line, interrupt) {
        const { url, authorityFile, signIn }: { url: string; authorityFile: string; signIn: { cloudInstanceUrl: string; tenantId: string } } = JSON.parse(line);
        const answer = async (address: string): Promise<{ status: number | undefined; text: string }> => {
          const ca = await readFile(authorityFile, 'utf8');
          return new Promise((resolve, reject) => {
            get(address, { ca }, (response) => {
              let text = '';
              response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
              response.on('end', () => resolve({ status: response.statusCode, text }));
            }).on('error', reject);
          });
        };
        status401 = answer(url).then((one) => one.status);
        pages = Promise.all([answer(`${signIn.cloudInstanceUrl}/${signIn.tenantId}/v2.0/.well-known/openid-configuration`).then((one) => one.text), untrusted(url)]);
        void Promise.allSettled([status401, pages]).finally(interrupt);
      },
    });
    expect(status).toBe(130);
    expect(await status401).toBe(401);
    expect(await pages).toEqual([expect.stringContaining('/oauth2/v2.0/token'), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
    const [facts] = records();
    expect(facts).toMatchObject({ url: expect.stringMatching(/^https:/), autodiscoverUrl: expect.stringMatching(/^https:/) });
    const file = typeof facts === 'object' && facts !== null && 'authorityFile' in facts ? String(facts.authorityFile) : '';
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['--port', 'many'],
    ['--port', '70000'],
  ])('%s %s is wrong usage', async (...args) => {
    expect((await run(['demo-server', ...args])).status).toBe(2);
  });
});

describe('the rest', () => {
  test('samples are listed', async () => {
    const { status, records } = await runProcess(['samples', '--json']);
    expect(status).toBe(0);
    expect(records()[0]).toMatchObject({ type: 'sample', id: 'answer-help-desk-mail' });
  });

  test.each(['import', 'export'])('%s says that it comes later', async (command) => {
    const { status, error } = await run([command]);
    expect(status).toBe(2);
    expect(error).toContain('later version');
  });

  test('traces lists the pairs of a file, and says of another file that it holds none', async () => {
    const soape = resolve(import.meta.dirname, '../../fixtures/traces/soape.log');
    const { status, records } = await runProcess(['traces', soape, '--json']);
    expect(status).toBe(0);
    expect(records()).toHaveLength(4);
    expect(records().at(-1)).toEqual({ type: 'summary', command: 'traces', pairs: 3, success: 1, warning: 0, error: 1, throttled: 0, none: 1 });
    expect((await run(['traces', soape])).out).toContain('3 requests: 2 errors, 0 warnings, 0 throttled.');
    const other = await run(['traces', import.meta.filename]);
    expect([other.status, other.error]).toEqual([2, expect.stringContaining('holds no traces')]);
    expect((await run(['traces'])).status).toBe(2);
  });

  test('help lists every command', async () => {
    const { status, out } = await runProcess(['--help']);
    expect(status).toBe(0);
    for (const command of ['run', 'samples', 'check', 'test-connection', 'demo-server', 'import', 'export', 'traces'])
      expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  test('an unknown command is wrong usage', async () => {
    expect((await runProcess(['launch'])).status).toBe(2);
  });
});
