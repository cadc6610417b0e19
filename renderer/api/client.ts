import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { StreamHandle, StreamMessage } from '../../shared/ipc/channel.ts';
import type { ChannelKinds } from '../../shared/ipc/channelKinds.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; see `electron/preload.ts`. */
    readonly api: Bridge;
    /** Put there by the preload script as well: only it can tell. */
    readonly pathOfFile: (file: File) => string;
  }
}

/** Where a file or folder that was dropped on the window lies; the empty text for a file that a page made. */
export const pathOfFile = (file: File): string => window.pathOfFile(file);

/** What the page is told when a stream is open. */
type Opened = Pick<MessageEvent<{ readonly stream?: string } | undefined>, 'data' | 'ports'> & { readonly source: unknown };

/** The page as the client needs it. */
export interface Page {
  readonly api: Bridge;
  addEventListener(type: 'message', listener: (event: Opened) => void): void;
}

type Channels = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Whether there is a function for every channel that main has. */
function isWhole(api: Channels, kinds: ChannelKinds): api is Channels & AppApi {
  return Object.entries(kinds).every(([domain, names]) => Object.keys(names).every((name) => typeof api[domain]?.[name] === 'function'));
}

/** The way to the main process. Every answer is a result; nothing here throws for an expected failure. */
export function client(page: Page = window): AppApi {
  const { kinds, call, open } = page.api;
  const arriving = new Map<string, (port: MessagePort) => void>();
  page.addEventListener('message', ({ source, data, ports: [port] }) => {
    const id = data?.stream;
    if (source !== page || id === undefined || port === undefined) return;
    arriving.get(id)?.(port);
    arriving.delete(id);
  });
  const makers = {
    call: (domain: string, name: string) => (input: unknown) => call(domain, name, input),
    stream: (domain: string, name: string) => (input: unknown, onEvent: (event: unknown) => void): StreamHandle => {
      const id = crypto.randomUUID();
      const port = new Promise<MessagePort>((resolve) => arriving.set(id, resolve));
      const done = port.then((opened) => listen(opened, onEvent));
      open(id, domain, name, input);
      return { done, cancel: () => void port.then((opened) => opened.postMessage('cancel')) };
    },
  };
  const api = Object.fromEntries(
    Object.entries(kinds).map(([domain, names]) => [domain, Object.fromEntries(Object.entries(names).map(([name, kind]) => [name, makers[kind](domain, name)]))]),
  );
  if (!isWhole(api, kinds)) throw new TypeError('The window was opened without its channels.');
  return api;
}

/** Passes events on until the stream ends; answers how. */
function listen(port: MessagePort, onEvent: (event: unknown) => void): StreamHandle['done'] {
  return new Promise((resolve) => {
    // Setting it also starts the port.
    port.onmessage = ({ data }: MessageEvent<StreamMessage>) => {
      if ('events' in data) return data.events.forEach((event) => onEvent(event));
      port.close();
      resolve(data.end.ok ? { ok: true, value: undefined } : data.end);
    };
  });
}
