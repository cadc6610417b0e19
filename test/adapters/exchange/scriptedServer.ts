import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { operationOf } from '../../../shared/trace/pair.ts';

/** A request as the server saw it. `closed` resolves when the client gives the connection up. */
export interface SeenRequest {
  readonly operation: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  /** Number of the connection it came on, from 1. */
  readonly connection: number;
  readonly closed: Promise<void>;
}

export type Answer = (seen: SeenRequest, response: ServerResponse, socket: Socket) => void | Promise<void>;

export interface ScriptedServer {
  readonly url: string;
  readonly port: number;
  readonly seen: SeenRequest[];
  /** Resolves when this many requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A server on loopback that answers what the test says. It knows nothing of Exchange. */
export async function scriptedServer(answer: Answer, tls?: { readonly key: string; readonly cert: string }): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const connections = new Map<Socket, { readonly number: number; readonly closed: Promise<void> }>();
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const connection = connections.get(request.socket);
      const one = {
        operation: operationOf(body),
        body,
        headers: request.headers,
        connection: connection?.number ?? 0,
        closed: connection?.closed ?? Promise.resolve(),
      };
      seen.push(one);
      for (const waiter of waiting) if (seen.length >= waiter.count) waiter.resolve();
      void answer(one, response, request.socket);
    });
    // A client that gives up while sending is what some tests are about.
    request.on('error', () => undefined);
  };
  const server = tls === undefined ? createServer(onRequest) : createSecureServer(tls, onRequest);
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
    connections.set(socket, { number: connections.size + 1, closed });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/EWS/Exchange.asmx`,
    port,
    seen,
    arrived: (count) => (seen.length >= count ? Promise.resolve() : new Promise((resolve) => void waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
