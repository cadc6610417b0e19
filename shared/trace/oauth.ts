import { z } from 'zod';
import type { TraceRecord, TraceResult } from './record.ts';

/** What the grants of OAuth are called in a list of requests (RFC 6749, RFC 8628). */
const grants: Readonly<Record<string, string>> = {
  password: 'Token by password',
  authorization_code: 'Token by browser',
  refresh_token: 'Token renewal',
  device_code: 'Token by device code',
  'urn:ietf:params:oauth:grant-type:device_code': 'Token by device code',
};

/** What a request to a sign-in server asks for: from the grant in its form, or from the end of its path. */
export function oauthOperationOf(url: string, body: string): string {
  const grant = /(?:^|&)grant_type=([^&]*)/.exec(body)?.[1];
  if (grant !== undefined) return grants[decodeURIComponent(grant)] ?? 'Token';
  const { pathname } = new URL(url);
  if (pathname.endsWith('/devicecode')) return 'Device code';
  return pathname.endsWith('/openid-configuration') ? 'Sign-in server' : (pathname.split('/').at(-1) ?? '');
}

const Refusal = z.object({ error: z.string(), error_description: z.string().default('') });

/** Answers to a device that asks again and again until somebody has entered its code (RFC 8628, 3.5). */
const waiting = new Set(['authorization_pending', 'slow_down']);

function refusalIn(body: string): z.infer<typeof Refusal> | undefined {
  try {
    return Refusal.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** What an answer of a sign-in server amounts to: a refusal goes by Microsoft's number where it has one. */
export function oauthResultOf(status: number | undefined, body: string): TraceResult {
  if (status === undefined) return { class: 'none', code: 'no answer' };
  const refusal = refusalIn(body);
  if (refusal === undefined) return { class: status === 200 ? 'success' : status === 429 || status === 503 ? 'throttled' : 'error', code: `HTTP ${status}` };
  const [text = ''] = refusal.error_description.split(/\r?\n| Trace ID:/);
  const code = /AADSTS\d+/.exec(refusal.error_description)?.[0];
  if (waiting.has(refusal.error)) return { class: 'warning', code: refusal.error };
  return { class: 'error', code: code ?? refusal.error, ...(text === '' ? {} : { text }) };
}

const messageLines = ({ headers, body }: NonNullable<TraceRecord['response']>): string[] => [...headers.map(([name, value]) => `${name}: ${value}`), '', body, ''];

/** A request to a sign-in server with its answer, for the log of a sign-in. What is secret was masked when it was recorded. */
export function oauthLogLines(record: TraceRecord): string[] {
  const ended = new Date(Date.parse(record.startedAt) + record.durationMs).toISOString();
  const request = [`${record.startedAt} ${record.method} ${record.url}`, ...messageLines(record.request)];
  if (record.response === undefined) return [...request, `${ended} No answer: ${record.error?.what ?? 'it was stopped.'}`];
  return [...request, `${ended} HTTP ${record.status ?? ''} from ${new URL(record.url).host}`, ...messageLines(record.response)];
}
