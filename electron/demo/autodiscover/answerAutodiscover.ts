import { htmlReply, type Reply } from '../http/reply.ts';
import type { Organisation } from '../store/organisation.ts';
import { parseXml, XmlProblem } from '../xml/parseXml.ts';
import { poxAutodiscover } from './poxAutodiscover.ts';
import { soapAutodiscover } from './soapAutodiscover.ts';
import { personAt } from './settings.ts';

/** Path of the SOAP service. */
export const autodiscoverPath = '/autodiscover/autodiscover.svc';
const poxPath = '/autodiscover/autodiscover.xml';
const jsonPath = '/autodiscover/autodiscover.json';

/** Which Autodiscover a path belongs to, whatever its case. */
export function autodiscoverKind(path: string): 'soap' | 'pox' | 'json' | undefined {
  const lower = path.toLowerCase();
  if (lower === autodiscoverPath) return 'soap';
  if (lower === poxPath) return 'pox';
  return lower === jsonPath || lower.startsWith(`${jsonPath}/v1.0/`) ? 'json' : undefined;
}

/** Answers the JSON Autodiscover, which needs no sign-in: `?Email=…&Protocol=Ews`, or the address at the end of the path. */
export function jsonAutodiscover(url: URL, ewsUrl: string, organisation: Organisation): Reply {
  const parameter = (wanted: string): string | undefined => [...url.searchParams].find(([name]) => name.toLowerCase() === wanted)?.[1];
  const address = parameter('email') ?? decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  const contentType = 'application/json; charset=utf-8';
  if (parameter('protocol')?.toLowerCase() !== 'ews')
    return { status: 400, contentType, body: JSON.stringify({ ErrorCode: 'InvalidProtocol', ErrorMessage: 'Use the protocol Ews.' }) };
  if (personAt(address, organisation) === undefined)
    return { status: 404, contentType, body: JSON.stringify({ ErrorCode: 'UserNotFound', ErrorMessage: 'The user is not known.' }) };
  return { status: 200, contentType, body: JSON.stringify({ Protocol: 'Ews', Url: ewsUrl }) };
}

/** Answers a posted Autodiscover request. */
export function answerAutodiscover(document: string, kind: 'soap' | 'pox', ewsUrl: string, organisation: Organisation): Reply {
  try {
    const root = parseXml(document);
    return (
      (kind === 'soap' ? soapAutodiscover(root, ewsUrl, organisation) : poxAutodiscover(root, ewsUrl, organisation)) ??
      htmlReply(500, '500 - Server Error', 'The request is not understood.')
    );
  } catch (thrown) {
    if (thrown instanceof XmlProblem) return htmlReply(400, '400 - Bad Request', 'The request is not well-formed.');
    throw thrown;
  }
}
