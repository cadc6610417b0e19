import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ipcChannels } from '../shared/ipc/channel.ts';
import type { Bridge } from '../shared/ipc/bridge.ts';
import type { ChannelKinds } from '../shared/ipc/channelKinds.ts';

/** Written here by the build, from the contract: this script carries no schemas, and the window waits for none. */
declare const channelKinds: ChannelKinds;

/** The page's window, which Node's types do not describe; '/' is its own origin. */
declare const window: { postMessage(message: unknown, origin: '/', ports: readonly unknown[]): void };

const bridge: Bridge = {
  kinds: channelKinds,
  call: (domain, name, input) => ipcRenderer.invoke(ipcChannels.call, { domain, name, input }),
  open(stream, domain, name, input) {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(ipcChannels.stream, { domain, name, input }, [port2]);
    window.postMessage({ stream }, '/', [port1]);
  },
};

contextBridge.exposeInMainWorld('api', bridge);

/** A page is not told where a dropped file lies; the person who drops it names it to the app. */
contextBridge.exposeInMainWorld('pathOfFile', (file: Parameters<typeof webUtils.getPathForFile>[0]) => webUtils.getPathForFile(file));
