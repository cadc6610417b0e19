import { oauthOperationOf } from '../../shared/trace/oauth.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Network } from '../exchange/network.ts';
import { Transport, type RequestLabels } from '../exchange/transport.ts';

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
  /** Name of the connection, for the traces. */
  readonly connection: string;
  readonly labels: RequestLabels;
  /** Proxy, authorities and pinned certificates of the connection. */
  readonly network: Network;
  readonly userAgent: string;
  readonly timeoutSeconds: number;
  /** Texts that must appear in no trace. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  readonly onTrace: (record: TraceRecord) => void;
}

/** The network of the OAuth library. */
export interface OAuthNetwork {
  /** What made the last request fail, or undefined. The library hides it behind errors of its own. */
  failure(): unknown;
  /** The trace of the last request that was answered. */
  answered(): string | undefined;
  sendGetRequestAsync<T>(url: string, options?: OAuthRequestOptions): Promise<OAuthResponse<T>>;
  sendPostRequestAsync<T>(url: string, options?: OAuthRequestOptions): Promise<OAuthResponse<T>>;
  /** Ends all requests and connections. */
  close(): Promise<void>;
}

/** A sign-in server that has not answered after this many seconds will not. */
const patience = 30;
/** Documents of a sign-in server have some kilobytes. */
const limitBytes = 4_000_000;

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
 * Sends the library's requests through the transport of Exchange, so that they take the connection's proxy, trust what it trusts, end when
 * the signal aborts, and are traced. The library's own network knows none of that.
 */
export function oauthNetwork(options: OAuthNetworkOptions): OAuthNetwork {
  const { signal, labels } = options;
  let failure: unknown;
  let last: string | undefined;
  const transport = new Transport({
    connection: options.connection,
    userAgent: options.userAgent,
    timeoutSeconds: Math.min(options.timeoutSeconds, patience),
    limitBytes,
    secrets: options.secrets,
    network: options.network,
    onTrace(record) {
      if (record.response !== undefined) last = record.id;
      options.onTrace(record);
    },
    sleep: () => Promise.resolve(),
  });
  const answer = async <T>(method: 'GET' | 'POST', url: string, { headers = {}, body = '' }: OAuthRequestOptions = {}): Promise<OAuthResponse<T>> => {
    failure = undefined;
    const request = { kind: 'oauth', url, method, headers, body, safety: 'write', once: true, labels, operation: oauthOperationOf(url, body) } as const;
    try {
      return await transport.send(request, signal, async (received) => {
        let text = '';
        for await (const piece of received.text) text += piece;
        return { headers: Object.fromEntries(received.headers), body: bodyOf<T>(text, url), status: received.status };
      });
    } catch (thrown) {
      failure = thrown;
      throw thrown;
    }
  };
  return {
    failure: () => failure,
    answered: () => last,
    sendGetRequestAsync: <T>(url: string, request?: OAuthRequestOptions) => answer<T>('GET', url, request),
    sendPostRequestAsync: <T>(url: string, request?: OAuthRequestOptions) => answer<T>('POST', url, request),
    close: () => transport.close(),
  };
}
