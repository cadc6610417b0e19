import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Exchange's limit for a request, in bytes. */
const largestRequest = 64 * 1024 * 1024;
const unzip = promisify(gunzip);

/** The text of a request, or undefined where it is larger than the server takes. The rest of such a request is read and dropped. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= largestRequest) chunks.push(chunk);
  }
  if (size > largestRequest) return undefined;
  const bytes = Buffer.concat(chunks);
  const text = request.headers['content-encoding'] === 'gzip' ? await unzip(bytes) : bytes;
  return text.toString('utf8').replace(/^\uFEFF/, '');
}
