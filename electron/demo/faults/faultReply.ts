import { htmlReply, xmlReply, type Reply } from '../http/reply.ts';
import { faultEnvelope } from '../soap/envelope.ts';
import { SoapFault } from '../soap/ewsError.ts';
import { t } from '../xml/element.ts';
import type { Fault } from './faultPlan.ts';

/** How long a busy server asks to wait, in milliseconds. */
export const backOffMilliseconds = 2000;

/** Faults that are an answer of their own; the others do something to the true answer, or give none. */
export type AnsweringFault = Exclude<Fault, 'mailboxFull' | 'slow' | 'hang' | 'reset' | 'truncated' | 'wrongPassword'>;

const replies: Readonly<Record<AnsweringFault, () => Reply>> = {
  serverBusy: () =>
    xmlReply(500, faultEnvelope(new SoapFault('ErrorServerBusy', undefined, [t('Value', String(backOffMilliseconds), { Name: 'BackOffMilliseconds' })]))),
  loginPage: () =>
    htmlReply(200, 'Outlook', '<form method="post" action="/owa/auth.owa">Sign in <input name="username"> <input name="password" type="password"></form>'),
  emptyError: () => ({ status: 500, body: '' }),
  unavailable: () => htmlReply(503, 'Service Unavailable', 'HTTP Error 503. The service is unavailable.', { 'Retry-After': '2' }),
  // Word for word what Exchange Online says where EWS is switched off (Microsoft Learn: control access to EWS).
  ewsBlocked: () => ({ status: 403, headers: { 'X-EWS-Policy-Reason': 'EWS is disabled for this user or tenant' }, body: '' }),
};

/** The answer of a fault. */
export function faultReply(fault: AnsweringFault): Reply {
  return replies[fault]();
}
