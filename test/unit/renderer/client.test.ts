import { describe, expect, it } from 'vitest';
import { client, type Page } from '../../../renderer/api/client.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import { channelKindsOf } from '../../../shared/ipc/channelKinds.ts';
import { contract } from '../../../shared/ipc/contract.ts';

/** A page with a bridge whose streams a test holds the other end of. */
function pageWith(first?: (stream: string) => void) {
  const ends: MessagePort[] = [];
  const opened: unknown[] = [];
  const listeners: Parameters<Page['addEventListener']>[1][] = [];
  const bridge: Bridge = {
    kinds: channelKindsOf(contract),
    call: (domain, name, input) => Promise.resolve({ ok: true, value: { domain, name, input } }),
    open(stream, domain, name, input) {
      first?.(stream);
      const { port1, port2 } = new MessageChannel();
      ends.push(port2);
      opened.push({ domain, name, input });
      deliver(page, stream, port1);
    },
  };
  const deliver = (source: Page | null, stream: string, port: MessagePort): void => listeners.forEach((listener) => listener({ source, data: { stream }, ports: [port] }));
  const page: Page = { api: bridge, addEventListener: (_type, listener) => void listeners.push(listener) };
  return { page, ends, opened, deliver };
}

describe('the client of the window', () => {
  it('calls a channel by its names, and answers what main answered', async () => {
    const { page } = pageWith();
    expect(await client(page).runbooks.read({ key: 'triage' })).toEqual({ ok: true, value: { domain: 'runbooks', name: 'read', input: { key: 'triage' } } });
  });

  it('opens a stream, passes its events on in order, and says how it ended', async () => {
    const { page, ends, opened } = pageWith();
    const events: unknown[] = [];
    const { done } = client(page).traces.watch(undefined, (event) => events.push(event));
    expect(opened).toEqual([{ domain: 'traces', name: 'watch', input: undefined }]);
    ends[0]?.postMessage({ events: ['one', 'two'], seq: 1 });
    ends[0]?.postMessage({ events: ['three'], seq: 2 });
    ends[0]?.postMessage({ end: { ok: true } });
    expect(await done).toEqual({ ok: true, value: undefined });
    expect(events).toEqual(['one', 'two', 'three']);
  });

  it('asks main to cancel', async () => {
    const { page, ends } = pageWith();
    const stream = client(page).traces.watch(undefined, () => undefined);
    const asked = new Promise((resolve) => ends[0]?.addEventListener('message', ({ data }) => resolve(data)));
    ends[0]?.start();
    stream.cancel();
    expect(await asked).toBe('cancel');
    ends[0]?.postMessage({ end: { ok: true } });
    await stream.done;
  });

  it('takes no port from another window', async () => {
    const foreign = new MessageChannel();
    const { page, ends, deliver } = pageWith((stream) => deliver(null, stream, foreign.port1));
    const events: unknown[] = [];
    const { done } = client(page).traces.watch(undefined, (event) => events.push(event));
    foreign.port2.postMessage({ events: ['foreign'], seq: 1 });
    ends[0]?.postMessage({ end: { ok: true } });
    await done;
    expect(events).toEqual([]);
    foreign.port2.close();
  });
});
