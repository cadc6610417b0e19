import type { DemoAnswer } from '../../../shared/demo/demo.ts';
import type { Reply } from './reply.ts';
import type { Extent } from './sendReply.ts';

const busyCodes = new Set(['ErrorServerBusy', 'ErrorExceededConnectionCount']);
/** The code of a message of the class, or of a fault. */
const codeAfter = (body: string, mark: RegExp): string | undefined => {
  const at = body.search(mark);
  return at < 0 ? undefined : (/<(?:\w+:)?ResponseCode[^>]*>([^<]+)</.exec(body.slice(at))?.[1] ?? 'Fault');
};

/** What an answer says: a batch is as bad as its worst message. */
export function answerOf({ status, body, contentType = '' }: Reply, { extent, signedIn }: { readonly extent: Extent; readonly signedIn: boolean }): DemoAnswer {
  if (status === 401 && !signedIn) return { class: 'challenge', code: 'HTTP 401' };
  if (status === 503) return { class: 'throttled', code: 'HTTP 503' };
  if (extent === 'truncated') return { class: 'error', code: 'cut off' };
  const refused = codeAfter(body, /<(?:\w+:)?Fault\b/) ?? codeAfter(body, /ResponseClass="Error"/);
  if (refused !== undefined) return { class: busyCodes.has(refused) ? 'throttled' : 'error', code: refused };
  const warned = codeAfter(body, /ResponseClass="Warning"/);
  if (warned !== undefined) return { class: 'warning', code: warned };
  if (status >= 400) return { class: 'error', code: `HTTP ${status}` };
  if (status === 200 && contentType.startsWith('text/html')) return { class: 'error', code: 'not SOAP' };
  return { class: 'success', code: codeAfter(body, /ResponseClass="Success"/) ?? `HTTP ${status}` };
}
