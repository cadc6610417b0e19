import { createServer, connect, type Socket } from 'node:net';
import type { ProxyServer } from '../../../electron/exchange/proxy.ts';

/** A proxy for tests, with the first bytes of each connection that it was asked for. */
export interface TestProxy {
  readonly server: ProxyServer;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy on loopback that lets through, whatever the name of the server, or answers as told. */
export async function testProxy(answer?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (head: Buffer) => {
      asked.push(head.toString('latin1'));
      if (answer !== undefined) return void socket.end(answer);
      const port = Number(/^CONNECT \S+:(\d+) /.exec(asked.at(-1) ?? '')?.[1]);
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      sockets.add(onward);
      onward.on('error', () => socket.destroy());
    });
  });
  await new Promise<void>((resolve) => void listening.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => void listening.close(() => resolve()));
  };
  const address = listening.address();
  return { server: { host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0 }, asked, close };
}
