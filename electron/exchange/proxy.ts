import type { Socket } from 'node:net';
import type { Connection } from '../../shared/connections/connection.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { isLoopback } from './loopback.ts';

/** An HTTP proxy. `authorization` is the value of Proxy-Authorization, where its address holds a name and password. */
export interface ProxyServer {
  readonly host: string;
  readonly port: number;
  readonly authorization?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

function serverIn(address: string): ProxyServer {
  const text = address.trim();
  const full = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full) || new URL(full).protocol !== 'http:') throw new AppError('network.invalidProxy', { address: text.replace(/\/\/[^@/]*@/, '//') });
  const { hostname, port, username, password } = new URL(full);
  const signIn = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 80 : Number(port),
    ...(username === '' ? {} : { authorization: `Basic ${Buffer.from(signIn, 'utf8').toString('base64')}` }),
  };
}

/** Whether NO_PROXY leaves a host out: `*`, a host, a domain with its hosts, each with or without a port. */
function isLeftOut({ hostname, port }: URL, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      if (entry === '*') return true;
      return (only === undefined || only === (port === '' ? '443' : port)) && (hostname === name || hostname.endsWith(`.${name}`));
    });
}

/** The proxy for a server, or undefined where it is reached directly. Throws AppError `network.invalidProxy`. */
export function proxyFor(url: URL, { proxy, proxyAddress }: Pick<Connection, 'proxy' | 'proxyAddress'>, environment: Environment): ProxyServer | undefined {
  if (proxy === 'None' || isLoopback(url.hostname)) return undefined;
  if (proxy === 'This address') return serverIn(proxyAddress);
  const either = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const address = either(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || either('ALL_PROXY');
  return address === '' || isLeftOut(url, either('NO_PROXY')) ? undefined : serverIn(address);
}

const longestHead = 16_384;

/**
 * Asks a proxy for a tunnel on its socket. Nothing but the name of the server is sent. Rejects with AppError `network.proxySignIn` where the proxy wants a
 * sign-in, or `network.proxyRefused`.
 */
export async function tunnel(socket: Socket, proxy: ProxyServer, host: string, port: number): Promise<void> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const authorization = proxy.authorization === undefined ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
  const head = await new Promise<string>((resolve, reject) => {
    let text = '';
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (!text.includes('\r\n\r\n') && text.length < longestHead) return;
      socket.off('data', onData);
      socket.pause();
      resolve(text);
    };
    socket.on('data', onData);
    socket.once('close', () => reject(Object.assign(new Error('The proxy closed the connection.'), { code: 'ECONNRESET' })));
  });
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 'unknown';
  if (status === '200') return;
  const offered = [...head.matchAll(/^proxy-authenticate:\s*([\w-]+)/gim)].map((match) => match[1]).join(', ');
  const facts = { proxy: `${proxy.host}:${proxy.port}`, host, status, ...(offered === '' ? {} : { offered }) };
  throw new AppError(
    status === '407' ? 'network.proxySignIn' : 'network.proxyRefused',
    proxy.authorization === undefined ? facts : { ...facts, tried: 'Basic' },
  );
}
