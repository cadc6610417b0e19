import type { Answer } from './scriptedServer.ts';

/** A server that wants Basic before it answers. */
export const askingBasic =
  (answer: Answer): Answer =>
  (seen, response, socket) =>
    seen.headers.authorization === undefined
      ? void response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end()
      : answer(seen, response, socket);
