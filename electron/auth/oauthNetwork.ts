import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../shared/errors/appError.ts';

/** What the OAuth library asks of the network, and hears back. */
export interface OAuthRequestOptions {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
export interface OAuthResponse<T> {
  headers: Record<string, string>;
  body: T;
  status: number;
}

/** How sign-in requests travel. */
export interface OAuthNetworkOptions {
  readonly signal: AbortSignal;
  /** Certificates of authorities in PEM that are trusted in place of the system's. */
  readonly authorities?: readonly string[] | undefined;
  /** One line per request and answer: addresses and states, never a body. */
  readonly log?: ((line: string) => void) | undefined;
}

/** The network of the OAuth library. */
export interface OAuthNetwork {
  /** What made the last request fail, or undefined. The library hides it behind errors of its own. */
  failure(): unknown;
  sendGetRequestAsync<T>(url: string, options?: OAuthRequestOptions): Promise<OAuthResponse<T>>;
  sendPostRequestAsync<T>(url: string, options?: OAuthRequestOptions): Promise<OAuthResponse<T>>;
}

/** A sign-in server that has not answered after this many milliseconds will not. */
const patience = 30_000;

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));

const parsed: <T>(text: string) => T = JSON.parse;

/** Sign-in servers answer in JSON; a page comes from something in front of them. */
function bodyOf<T>(text: string, url: string): T {
  try {
    return parsed(text);
  } catch {
    throw new AppError('http.loginPage', { host: new URL(url).hostname });
  }
}

/**
 * Sends the library's requests over TLS that is verified, and ends them when the signal aborts; the library's own network knows neither
 * an abort nor an authority of one's own. A failure keeps the system's code.
 */
export function oauthNetwork({ signal, authorities, log }: OAuthNetworkOptions): OAuthNetwork {
  const send = (method: 'GET' | 'POST', address: string, options: OAuthRequestOptions): Promise<{ headers: Record<string, string>; text: string; status: number }> =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const place = `${url.origin}${url.pathname}`;
      log?.(`${method} ${place}`);
      const trust = authorities === undefined ? {} : { ca: [...authorities] };
      const length = options.body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(options.body)) };
      const headers = { ...options.headers, ...length };
      const sent = request(url, { method, headers, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]), ...trust }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          log?.(`HTTP ${answer.statusCode ?? 0} from ${place}`);
          resolve({ headers: flat(answer.headers), text: Buffer.concat(chunks).toString('utf8'), status: answer.statusCode ?? 0 });
        });
      });
      sent.on('error', (problem) => {
        log?.(`No answer from ${place}: ${problem.message}`);
        reject(problem);
      });
      sent.end(options.body);
    });
  let failure: unknown;
  const answer = async <T>(method: 'GET' | 'POST', url: string, options: OAuthRequestOptions = {}): Promise<OAuthResponse<T>> => {
    failure = undefined;
    try {
      const { headers, text, status } = await send(method, url, options);
      return { headers, body: bodyOf(text, url), status };
    } catch (thrown) {
      failure = thrown;
      throw thrown;
    }
  };
  return {
    failure: () => failure,
    sendGetRequestAsync: <T>(url: string, options?: OAuthRequestOptions) => answer<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: OAuthRequestOptions) => answer<T>('POST', url, options),
  };
}
