import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { readBody } from '../http/readBody.ts';
import { Grants, type IdentityUser } from './grants.ts';
import { formPostPage, signInPage } from './pages.ts';
import { refusalBody, refusals } from './refusals.ts';

/** How an identity provider starts. The certificate is made by the caller, who also has to trust it. */
export interface IdentityOptions {
  readonly certificate: { readonly key: string; readonly cert: string };
  readonly users: readonly IdentityUser[];
  /** Signs tokens; the demo server verifies them with the same key. */
  readonly key?: string;
  readonly now?: () => Date;
  /** How long access tokens are good. */
  readonly tokenSeconds?: number;
  /** Seconds between two questions of a waiting device. */
  readonly pollSeconds?: number;
}

/** A running identity provider in the manner of Microsoft Entra, reachable from this computer only. */
export interface IdentityProvider {
  /** Cloud instance URL of a configuration that signs in here. */
  readonly url: string;
  readonly key: string;
  /** Requests so far, as `grant user` for the token endpoint and as path for the others. */
  readonly requests: readonly string[];
  /** Makes a grant (`password`, `authorization_code`, `device_code`, `refresh_token`, `authorize`) or a user of the password grant fail; undefined ends it. */
  refuse(grantOrUser: string, number: number | undefined): void;
  /** Enters the code of a device for somebody. */
  approveDevice(userCode: string, userName: string): boolean;
  /** Ends every refresh token. */
  revoke(): void;
  close(): Promise<void>;
}

const tokenHour = 3600;

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

const sendJson = (response: ServerResponse, status: number, body: object): void => send(response, status, 'application/json', JSON.stringify(body));

function configuration(authority: string): object {
  return {
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${authority}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    response_modes_supported: ['form_post'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** Starts an identity provider on the loopback interface. */
export async function startIdentityProvider(options: IdentityOptions): Promise<IdentityProvider> {
  const { certificate, users, key = randomBytes(32).toString('hex'), now = () => new Date(), tokenSeconds = tokenHour, pollSeconds = 1 } = options;
  const requests: string[] = [];
  let origin = '';
  /** As the client calls it: it may come by a name, through a proxy. */
  const calledBy = ({ headers }: IncomingMessage): string => (headers.host === undefined ? origin : `https://${headers.host}`);
  const grants = new Grants({ users, key, issuer: 'https://demo.invalid', now, tokenSeconds });

  function token(form: URLSearchParams, response: ServerResponse): void {
    requests.push(`${form.get('grant_type') ?? 'none'} ${form.get('username') ?? ''}`.trim());
    const answer = grants.answer(form);
    if (answer.ok) return sendJson(response, 200, answer.body);
    if (answer.refusal === 'authorization_pending') return sendJson(response, 400, { error: answer.refusal, error_description: 'AADSTS70016: Nobody has entered the code yet.' });
    sendJson(response, answer.refusal.number === 700016 || answer.refusal.number === 7000218 ? 401 : 400, refusalBody(answer.refusal));
  }

  function device(from: string, tenant: string, response: ServerResponse): void {
    const { device: code, userCode } = grants.device();
    const page = `${from}/${tenant}/device`;
    sendJson(response, 200, { device_code: code, user_code: userCode, verification_uri: page, expires_in: 900, interval: pollSeconds, message: `Open ${page} and enter ${userCode}.` });
  }

  /** The page somebody signs in on; with `as` in its query that has happened. */
  function authorize(url: URL, response: ServerResponse): void {
    const query = url.searchParams;
    const redirect = query.get('redirect_uri') ?? '';
    if (!/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/.test(redirect)) return send(response, 400, 'text/html', signInPage('The redirect address is not registered.', []));
    const [state, as] = [query.get('state') ?? '', query.get('as')];
    const refused = grants.refuse.get('authorize');
    if (refused !== undefined) {
      const body: Record<string, unknown> = { ...refusalBody(refused) };
      return send(response, 200, 'text/html', formPostPage(redirect, { error: refused.error, error_description: String(body['error_description']), state }));
    }
    if (as === null) {
      const links = users.map(({ userName }) => ({ name: userName, href: `${url.pathname}?${query.toString()}&as=${encodeURIComponent(userName)}` }));
      return send(response, 200, 'text/html', signInPage('Sign in to the demo', links));
    }
    if (!users.some(({ userName }) => userName === as)) return send(response, 400, 'text/html', signInPage('Nobody of this name.', []));
    send(response, 200, 'text/html', formPostPage(redirect, { code: grants.code(as, query), state }));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = calledBy(request);
    const url = new URL(request.url ?? '/', from);
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const path = rest.join('/');
    if (path === 'oauth2/v2.0/token') return token(new URLSearchParams((await readBody(request)) ?? ''), response);
    requests.push(path);
    if (path === 'v2.0/.well-known/openid-configuration') return sendJson(response, 200, configuration(`${from}/${tenant}`));
    if (path === 'discovery/instance') {
      const host = new URL(from).host;
      return sendJson(response, 200, {
        tenant_discovery_endpoint: `${from}/${tenant}/v2.0/.well-known/openid-configuration`,
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      });
    }
    if (path === 'oauth2/v2.0/devicecode') return device(from, tenant, response);
    if (path === 'oauth2/v2.0/authorize') return authorize(url, response);
    sendJson(response, 404, { error: 'not_found' });
  }

  const server = createServer(certificate, (request, response) => {
    serve(request, response).catch((problem: unknown) => response.destroy(problem instanceof Error ? problem : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  return {
    url: origin,
    key,
    requests,
    refuse(grantOrUser, number) {
      const refusal = number === undefined ? undefined : refusals.get(number);
      if (refusal === undefined) grants.refuse.delete(grantOrUser);
      else grants.refuse.set(grantOrUser, refusal);
    },
    approveDevice: (userCode, userName) => grants.approve(userCode, userName),
    revoke: () => grants.revoke(),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
