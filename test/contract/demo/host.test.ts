import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoWorker } from '../../../electron/demo/demoHost.ts';

describe('the demo server in a worker thread', () => {
  let folder: string;
  let worker: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-worker-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'electron/demo/demoWorker.ts',
        outDir: folder,
        emptyOutDir: true,
        rollupOptions: { output: { format: 'cjs', entryFileNames: 'worker.cjs' } },
      },
    });
    worker = join(folder, 'worker.cjs');
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('starts, takes faults and a reset, and ends', async () => {
    const host = await startDemoWorker(worker);
    expect(host.facts.users.length).toBeGreaterThan(3);
    expect(await host.state()).toMatchObject({ running: true, url: host.facts.url, fault: 'none', mailbox: 'helpdesk@contoso.test' });
    let changes = 0;
    const stop = host.onChange(() => (changes += 1));
    expect(await host.setFault('emptyError')).toMatchObject({ fault: 'emptyError' });
    expect((await fetch(host.facts.url)).status).toBe(401);
    await expect.poll(() => changes).toBeGreaterThan(0);
    stop();
    const before = changes;
    expect(await host.reset()).toMatchObject({ running: true });
    await host.close();
    await host.close();
    expect(await host.state()).toMatchObject({ running: false });
    await expect(fetch(host.facts.url)).rejects.toThrow('fetch failed');
    expect(changes).toBe(before);
  });

  it('says that a port is taken', async () => {
    const first = await startDemoWorker(worker);
    await expect(startDemoWorker(worker, { port: Number(new URL(first.facts.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});
