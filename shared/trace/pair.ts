import type { TraceResult } from './record.ts';

/** A piece of markup, up to which the start of a document is searched. Bodies can hold megabytes of attachment. */
const head = 4000;

/** The operation of a SOAP request: the first element in its body; the empty text where there is none. */
export function operationOf(requestBody: string): string {
  return /<(?:[\w.-]+:)?Body\b[^>]*>\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(requestBody.slice(0, head))?.[1] ?? '';
}

const firstText = (body: string, name: string): string | undefined => new RegExp(`<(?:[\\w.-]+:)?${name}\\b[^>]*>\\s*([^<]*?)\\s*</`).exec(body)?.[1];

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '');
}

/**
 * The user that a SOAP request acts as, by whichever name its header says; undefined where it acts as the account that signed in.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/exchangeimpersonation
 */
export function impersonatedIn(requestBody: string): string | undefined {
  const start = requestBody.slice(0, head);
  const as = /<(?:[\w.-]+:)?ExchangeImpersonation\b[^]*?<(?:[\w.-]+:)?(?:PrincipalName|SID|PrimarySmtpAddress|SmtpAddress)\b[^>]*>\s*([^<]*?)\s*</.exec(start)?.[1];
  return as === undefined || as === '' ? undefined : unescaped(as);
}

const busyCodes = new Set(['ErrorServerBusy', 'ErrorExceededConnectionCount']);

/** The first message of a class, with its code and text. */
function messageWith(body: string, wanted: 'Error' | 'Warning'): TraceResult | undefined {
  const start = body.search(new RegExp(`\\bResponseClass\\s*=\\s*["']${wanted}["']`));
  if (start < 0) return undefined;
  const message = body.slice(start);
  const code = firstText(message, 'ResponseCode') ?? wanted;
  const text = firstText(message.slice(0, head), 'MessageText');
  const asClass = busyCodes.has(code) ? 'throttled' : wanted === 'Error' ? 'error' : 'warning';
  return { class: asClass, code, ...(text === undefined ? {} : { text: unescaped(text) }) };
}

function faultIn(body: string): TraceResult | undefined {
  if (!body.includes('Fault') || !/<(?:[\w.-]+:)?Fault\b/.test(body)) return undefined;
  const code = firstText(body, 'ResponseCode') ?? firstText(body, 'faultcode')?.replace(/^.*:/, '') ?? 'Fault';
  const text = firstText(body, 'faultstring');
  return { class: busyCodes.has(code) ? 'throttled' : 'error', code, ...(text === undefined ? {} : { text: unescaped(text) }) };
}

/**
 * What a SOAP answer amounts to. A 200 whose response class is Error is an error; a batch is as bad as its worst message.
 * Works on whatever arrived, complete or not.
 */
export function resultOf(status: number | undefined, body: string): TraceResult {
  if (status === undefined) return { class: 'none', code: 'no answer' };
  if (status === 429 || status === 503) return { class: 'throttled', code: `HTTP ${status}` };
  const found = faultIn(body) ?? messageWith(body, 'Error') ?? messageWith(body, 'Warning');
  if (found !== undefined) return found;
  if (status >= 400 || (status >= 300 && status < 400)) return { class: 'error', code: `HTTP ${status}` };
  const code = firstText(body, 'ResponseCode');
  return code === undefined ? { class: 'error', code: 'not SOAP' } : { class: 'success', code };
}

/** What an answer of Autodiscover amounts to, in SOAP, plain XML or JSON. A redirect is neither success nor failure. */
export function autodiscoverResultOf(status: number | undefined, body: string): TraceResult {
  if (status === undefined) return { class: 'none', code: 'no answer' };
  if (status >= 300 && status < 400) return { class: 'warning', code: `HTTP ${status}` };
  if (status !== 200) return { class: 'error', code: `HTTP ${status}` };
  const refused = [...body.matchAll(/<(?:[\w.-]+:)?ErrorCode>\s*([^<\s]+)/g)].map((match) => match[1] ?? '').find((code) => code !== 'NoError');
  return refused === undefined ? { class: 'success', code: 'HTTP 200' } : { class: refused.startsWith('Redirect') ? 'warning' : 'error', code: refused };
}
