import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import { aborted } from '../../../electron/ipc/topic.ts';
import { doorWith, FakePort, window } from './doors.ts';

const double = ({ value }: { value: number }): number => value * 2;
const request = (input: unknown, name = 'double'): unknown => ({ domain: 'math', name, input });

describe('a call', () => {
  test('answers in the envelope', async () => {
    expect(await doorWith({ double }).dispatch.call(window, request({ value: 21 }))).toEqual({ ok: true, value: 42 });
  });

  test.each([
    ['another origin', { ...window, origin: 'https://example.com' }],
    ['a frame inside the page', { ...window, mainFrame: false }],
    ['a window that the app did not make', { ...window, contents: 8 }],
  ])('from %s is refused before anything runs', async (_name, sender) => {
    let ran = false;
    const door = doorWith({
      double() {
        ran = true;
        return 0;
      },
    });
    expect(await door.dispatch.call(sender, request({ value: 1 }))).toMatchObject({ ok: false, error: { code: 'app.foreignSender' } });
    expect(ran).toBe(false);
  });

  test.each([
    ['an unknown domain', { domain: 'nothing', name: 'double', input: {} }],
    ['an unknown name', request({}, 'triple')],
    ['a name of every object', request({}, 'constructor')],
    ['a domain of every object', { domain: '__proto__', name: 'toString', input: {} }],
    ['a stream called as a call', request({ to: 1 }, 'count')],
    ['no request at all', undefined],
    ['a wrong input', request({ value: 'one' })],
    ['a missing input', request(undefined)],
  ])('with %s is refused', async (_name, bad) => {
    expect(await doorWith({ double }).dispatch.call(window, bad)).toMatchObject({ ok: false, error: { code: 'app.invalidRequest' } });
  });

  test('hands only what the schema knows to the handler', async () => {
    let seen: unknown;
    const door = doorWith({ double: (input) => ((seen = input), 0) });
    await door.dispatch.call(window, request({ value: 1, extra: 'x' }));
    expect(seen).toEqual({ value: 1 });
  });

  test('that fails as expected answers the error as a value', async () => {
    const door = doorWith({ double: () => Promise.reject(new AppError('workspace.notOpen')) });
    expect(await door.dispatch.call(window, request({ value: 1 }))).toMatchObject({ ok: false, error: { code: 'workspace.notOpen', kind: 'user' } });
    expect(door.defects).toEqual([]);
  });

  test('that fails otherwise is a defect with a reference, and its message stays here', async () => {
    const thrown = new TypeError('internal detail');
    const door = doorWith({ double: () => Promise.reject(thrown) });
    const answer = await door.dispatch.call(window, request({ value: 1 }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'app.bug', kind: 'bug', reference: 'R1' } });
    expect(JSON.stringify(answer)).not.toContain('internal detail');
    expect(door.defects).toEqual([thrown]);
  });

  test('whose answer breaks the contract is a defect', async () => {
    const door = doorWith({ double: () => Number.NaN });
    expect(await door.dispatch.call(window, request({ value: 1 }))).toMatchObject({ ok: false, error: { code: 'app.bug' } });
  });
});

describe('a stream', () => {
  const count = ({ to }: { to: number }, sink: { emit(event: { value: number }): void }): void => {
    for (let value = 1; value <= to; value += 1) sink.emit({ value });
  };

  test('sends its events in order, batches numbered without a gap, and then the end', async () => {
    const port = new FakePort();
    await doorWith({ count }).dispatch.open(window, request({ to: 1200 }, 'count'), port);
    expect(port.events()).toEqual(Array.from({ length: 1200 }, (_, index) => ({ value: index + 1 })));
    const numbers = port.messages.flatMap((message) => ('seq' in message ? [message.seq] : []));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeLessThan(10);
    expect(port.end()).toEqual({ ok: true });
    expect(port.closed).toBe(true);
  });

  test('sends the first event at once, without waiting for the handler', async () => {
    const port = new FakePort();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const open = doorWith({
      count: async (_input, sink) => {
        sink.emit({ value: 1 });
        await held;
      },
    }).dispatch.open(window, request({ to: 1 }, 'count'), port);
    expect(port.events()).toEqual([{ value: 1 }]);
    release();
    await open;
  });

  test('that is cancelled still tells how it ended', async () => {
    const port = new FakePort();
    const open = doorWith({
      count: async (_input, sink) => {
        await aborted(sink.signal);
        sink.emit({ value: 99 });
      },
    }).dispatch.open(window, request({ to: 1 }, 'count'), port);
    port.cancel();
    await open;
    expect(port.events()).toEqual([{ value: 99 }]);
    expect(port.end()).toMatchObject({ ok: false, error: { code: 'app.cancelled', kind: 'cancelled' } });
  });

  test('whose window is gone is cancelled and sends nothing more', async () => {
    const port = new FakePort();
    let signalled = false;
    const open = doorWith({
      count: async (_input, sink) => {
        await aborted(sink.signal);
        signalled = true;
        sink.emit({ value: 99 });
      },
    }).dispatch.open(window, request({ to: 1 }, 'count'), port);
    port.windowGone();
    await open;
    expect(signalled).toBe(true);
    expect(port.messages).toEqual([]);
  });

  test.each([
    ['from another origin', { ...window, origin: 'null' }, request({ to: 1 }, 'count'), 'app.foreignSender'],
    ['with a wrong input', window, request({ to: 'x' }, 'count'), 'app.invalidRequest'],
    ['of a call', window, request({ value: 1 }), 'app.invalidRequest'],
  ])('%s ends at once with the reason', async (_name, sender, asked, code) => {
    const port = new FakePort();
    await doorWith({ count, double }).dispatch.open(sender, asked, port);
    expect(port.messages).toHaveLength(1);
    expect(port.end()).toMatchObject({ ok: false, error: { code } });
    expect(port.closed).toBe(true);
  });

  test('that emits what the contract does not know is a defect', async () => {
    const port = new FakePort();
    const door = doorWith({ count: (_input, sink) => sink.emit(Object.assign({ value: 1 }, { value: 'one' })) });
    await door.dispatch.open(window, request({ to: 1 }, 'count'), port);
    expect(port.end()).toMatchObject({ ok: false, error: { code: 'app.bug' } });
    expect(door.defects).toHaveLength(1);
  });
});
