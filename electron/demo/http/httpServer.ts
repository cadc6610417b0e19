import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createEncryptedServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { answerAutodiscover, autodiscoverKind, jsonAutodiscover } from '../autodiscover/answerAutodiscover.ts';
import type { FaultPlan } from '../faults/faultPlan.ts';
import { faultReply } from '../faults/faultReply.ts';
import { operations } from '../operations/operations.ts';
import { answerRequest, operationNameOf } from '../soap/answerRequest.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import { answerOf } from './answerOf.ts';
import { signedIn, signedInByToken, type Account } from './basicAuth.ts';
import { readBody } from './readBody.ts';
import type { RequestLog } from './requestLog.ts';
import { htmlReply, type Reply } from './reply.ts';
import { sendReply, type Extent } from './sendReply.ts';
import { serviceDescription } from './serviceDescription.ts';

/** What the HTTP side needs to know. */
export interface HttpServerParts {
  readonly accounts: readonly Account[];
  /** Verifies tokens; undefined where passwords are the only way in. */
  readonly identityKey: string | undefined;
  /** For TLS; undefined for plain HTTP. */
  readonly certificate: { readonly key: string; readonly cert: string } | undefined;
  readonly faults: FaultPlan;
  /** Told of every request. */
  readonly log: RequestLog;
  readonly slowMilliseconds: number;
  organisation(): Organisation;
  now(): Date;
  requestId(): string;
}

/** Path of the service below any host. */
export const servicePath = '/EWS/Exchange.asmx';
const descriptionPath = '/EWS/Services.wsdl';
/** Longer than any client keeps an idle connection, so that the server is never the one to close it under a request. */
const keepAliveMilliseconds = 120_000;

const unauthorized = (): Reply =>
  htmlReply(401, '401 - Unauthorized', 'Access is denied due to invalid credentials.', { 'WWW-Authenticate': 'Basic realm="contoso.test"' });

function is(path: string, known: string): boolean {
  return path.toLowerCase() === known.toLowerCase();
}

function originOf(request: IncomingMessage): string {
  return `${request.socket instanceof TLSSocket ? 'https' : 'http'}://${request.headers.host ?? '127.0.0.1'}`;
}

/** Answers a request that is not a SOAP call, or undefined where it is one. */
function plainReply(request: IncomingMessage, path: string): Reply | undefined {
  if (!is(path, servicePath) && !is(path, descriptionPath)) return htmlReply(404, '404 - Not Found', 'There is nothing at this address.');
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const host = originOf(request);
  if (reading && is(path, servicePath)) return { status: 302, headers: { Location: `${host}${descriptionPath}` }, body: '' };
  if (reading)
    return {
      status: 200,
      contentType: 'text/xml',
      body: serviceDescription(
        `${host}${servicePath}`,
        operations.map(({ name }) => name),
      ),
    };
  if (request.method !== 'POST' || !is(path, servicePath)) return htmlReply(405, '405 - Method Not Allowed', 'Use POST.', { Allow: 'GET, HEAD, POST' });
  if (!/^(text\/xml|application\/soap\+xml)\b/i.test(request.headers['content-type'] ?? ''))
    return htmlReply(415, '415 - Unsupported Media Type', 'Send text/xml.');
  return undefined;
}

/** Resolves after a time, or at once when the client has gone. */
function delay(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function soapReply(
  document: string,
  mailbox: Mailbox,
  response: ServerResponse,
  parts: HttpServerParts,
): Promise<{ reply: Reply; extent: Extent } | undefined> {
  const answer = (full = false): Reply => answerRequest(document, { mailbox, organisation: parts.organisation(), now: parts.now, full });
  const fault = parts.faults.take(operationNameOf(document));
  switch (fault) {
    case undefined:
      return { reply: answer(), extent: 'whole' };
    case 'wrongPassword':
      return { reply: unauthorized(), extent: 'whole' };
    case 'mailboxFull':
      return { reply: answer(true), extent: 'whole' };
    case 'hang':
      return undefined;
    case 'slow':
      await delay(parts.slowMilliseconds, response);
      // A client that gave up is not served: nothing may happen in the mailbox that nobody hears of.
      return response.destroyed ? undefined : { reply: answer(), extent: 'whole' };
    case 'reset':
    case 'truncated':
      return { reply: answer(), extent: fault };
    default:
      return { reply: faultReply(fault), extent: 'whole' };
  }
}

/** Autodiscover answers everybody about everybody, but the XML forms only after sign-in, as on Exchange. */
function discovery(
  request: IncomingMessage,
  kind: 'soap' | 'pox' | 'json',
  body: string | undefined,
  account: Account | undefined,
  organisation: Organisation,
): Reply {
  const origin = originOf(request);
  if (kind === 'json') return jsonAutodiscover(new URL(request.url ?? '/', origin), `${origin}${servicePath}`, organisation);
  if (account === undefined) return unauthorized();
  if (request.method !== 'POST' || body === undefined) return htmlReply(405, '405 - Method Not Allowed', 'Use POST.', { Allow: 'POST' });
  return answerAutodiscover(body, kind, `${origin}${servicePath}`, organisation);
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: HttpServerParts): Promise<void> {
  const requestId = parts.requestId();
  const body = await readBody(request);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const account = signedIn(request.headers.authorization, parts.accounts) ?? signedInByToken(request.headers.authorization, parts);
  const kind = autodiscoverKind(path);
  const noted = parts.log.begin(response, { account: account?.person.username, operation: kind !== undefined ? 'Autodiscover' : (operationNameOf(body ?? '') ?? `${request.method ?? 'GET'} ${path}`) });
  const send = (reply: Reply, extent: Extent = 'whole'): Promise<void> => {
    noted(answerOf(reply, { extent, signedIn: request.headers.authorization !== undefined }));
    return sendReply(request, response, reply, requestId, extent);
  };
  if (kind !== undefined) return send(discovery(request, kind, body, account, parts.organisation()));
  const known = is(path, servicePath) || is(path, descriptionPath);
  const plain = known && account === undefined ? unauthorized() : plainReply(request, path);
  if (plain !== undefined) return send(plain);
  if (body === undefined) return send(htmlReply(413, '413 - Request Too Large', 'The request is larger than this server takes.'));
  const mailbox = account === undefined ? undefined : parts.organisation().mailbox(account.person.address);
  if (mailbox === undefined) return send(unauthorized());
  const outcome = await soapReply(body, mailbox, response, parts);
  if (outcome !== undefined) await send(outcome.reply, outcome.extent);
}

/** The HTTP server, not yet listening. */
export function httpServer(parts: HttpServerParts): Server {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response, parts).catch((problem: unknown) => {
      // A client that went away while it was read or written to; there is nobody left to answer.
      response.destroy(problem instanceof Error ? problem : undefined);
    });
  };
  const server = parts.certificate === undefined ? createServer(answer) : createEncryptedServer(parts.certificate, answer);
  server.keepAliveTimeout = keepAliveMilliseconds;
  server.headersTimeout = keepAliveMilliseconds + 1000;
  return server;
}
