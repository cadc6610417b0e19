import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron';
import { ipcChannels } from '../../shared/ipc/channel.ts';
import type { Dispatch, SenderFacts, StreamPort } from './dispatch.ts';

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): SenderFacts {
  const frame = event.senderFrame;
  return { contents: event.sender.id, mainFrame: frame !== null && frame.parent === null, origin: frame?.origin ?? '' };
}

/** The window says nothing on a stream's port but that it wants to cancel; closing it is the other way. */
function portOf(port: MessagePortMain): StreamPort {
  return {
    post: (message) => port.postMessage(message),
    onClose: (listener) => port.on('close', listener),
    onCancel: (listener) => port.on('message', listener),
    close: () => port.close(),
  };
}

/**
 * Connects the dispatch to Electron's channels, before it is there: who asks first waits for it. Calls back when an answer is on
 * its way. The only place in main that touches raw IPC.
 */
export function serve(door: () => Promise<Dispatch>, answered: () => void): void {
  ipcMain.handle(ipcChannels.call, async (event, request: unknown) => {
    const sender = senderOf(event);
    const answer = await (await door()).call(sender, request);
    setImmediate(answered);
    return answer;
  });
  ipcMain.on(ipcChannels.stream, (event, request: unknown) => {
    const [port] = event.ports;
    if (port === undefined) return;
    const sender = senderOf(event);
    void door().then((dispatch) => {
      void dispatch.open(sender, request, portOf(port));
      port.start();
    });
  });
}
