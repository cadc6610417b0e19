import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Reply } from './reply.ts';

/** Smaller answers gain nothing from compression. */
const worthCompressing = 1024;
const compress = promisify(gzip);

/** Headers that every answer carries, as Exchange's front end sets them. */
function commonHeaders(request: IncomingMessage, requestId: string): Record<string, string> {
  const clientId = request.headers['client-request-id'];
  const echoed = typeof clientId === 'string' && request.headers['return-client-request-id'] === 'true' ? { 'client-request-id': clientId } : {};
  return { Server: 'Microsoft-IIS/10.0', 'Cache-Control': 'private', 'request-id': requestId, 'X-FEServer': 'DEMO-EX01', 'X-BEServer': 'DEMO-EX02', ...echoed };
}

/** How much of an answer goes out: all of it, half of the text, or half of the bytes before the connection is cut. */
export type Extent = 'whole' | 'truncated' | 'reset';

/** Writes an answer, compressed where the client takes it. */
export async function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply, requestId: string, extent: Extent = 'whole'): Promise<void> {
  if (response.destroyed) return;
  const text = extent === 'truncated' ? reply.body.slice(0, Math.floor(reply.body.length / 2)) : reply.body;
  const plain = Buffer.from(text, 'utf8');
  const zipped = extent !== 'reset' && plain.length >= worthCompressing && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = zipped ? await compress(plain) : plain;
  const headers = {
    ...commonHeaders(request, requestId),
    ...reply.headers,
    ...(reply.contentType === undefined ? {} : { 'Content-Type': reply.contentType }),
    ...(zipped ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
    'Content-Length': String(bytes.length),
  };
  response.writeHead(reply.status, headers);
  if (extent === 'reset') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.resetAndDestroy());
    return;
  }
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
