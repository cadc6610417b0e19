import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ipcChannels, type StreamHandle, type StreamMessage } from '../shared/ipc/channel.ts';
import type { ChannelKinds } from '../shared/ipc/channelKinds.ts';

/** Written here by the build, from the contract: this script carries no schemas, and the window waits for none. */
declare const channelKinds: ChannelKinds;

type Done = Awaited<StreamHandle['done']>;

const call = (domain: string, name: string) => (input: unknown) => ipcRenderer.invoke(ipcChannels.call, { domain, name, input });

/** A stream's port stays here: the window gets the end as a promise and a way to cancel. */
const stream =
  (domain: string, name: string) =>
  (input: unknown, onEvent: (event: unknown) => void): StreamHandle => {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise<Done>((resolve) => {
      // This is the browser's port, which Node's types do not describe; setting `onmessage` also starts it.
      Object.assign(port1, {
        onmessage({ data }: { readonly data: StreamMessage }) {
          if ('events' in data) {
            for (const event of data.events) onEvent(event);
            return;
          }
          port1.close();
          resolve(data.end.ok ? { ok: true, value: undefined } : data.end);
        },
      });
    });
    ipcRenderer.postMessage(ipcChannels.stream, { domain, name, input }, [port2]);
    return { done, cancel: () => port1.postMessage('cancel') };
  };

const makers = { call, stream };
const api = Object.fromEntries(
  Object.entries(channelKinds).map(([domain, names]) => [domain, Object.fromEntries(Object.entries(names).map(([name, kind]) => [name, makers[kind](domain, name)]))]),
);

contextBridge.exposeInMainWorld('api', api);
/** A page is not told where a dropped file lies; the person who drops it names it to the app. */
contextBridge.exposeInMainWorld('pathOfFile', (file: Parameters<typeof webUtils.getPathForFile>[0]) => webUtils.getPathForFile(file));
