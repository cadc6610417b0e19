import { z } from 'zod';
import { child, childText, descendant, XmlReader, type XmlElement } from '../ews/xmlReader.ts';
import type { CandidateKind } from './candidates.ts';

/** What a candidate answered. */
export type Finding =
  | { readonly kind: 'found'; readonly url: string }
  | { readonly kind: 'redirectAddress'; readonly address: string }
  | { readonly kind: 'redirectUrl'; readonly url: string }
  | { readonly kind: 'nothing'; readonly reason: string };

const nothing = (reason: string): Finding => ({ kind: 'nothing', reason });

/** Reads a whole document. Throws AppError `exchange.brokenXml`. */
function documentOf(text: string): XmlElement | undefined {
  let root: XmlElement | undefined;
  const reader = new XmlReader({ wanted: () => true, take: (element) => void (root = element) });
  reader.write(text);
  reader.close();
  return root;
}

function firstNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined || element.name === name) return element;
  for (const one of element.children) {
    const found = firstNamed(one, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofSoap(root: XmlElement | undefined): Finding {
  const response = firstNamed(root, 'UserResponse');
  const code = childText(response, 'ErrorCode')?.trim() ?? childText(firstNamed(root, 'Response'), 'ErrorCode')?.trim();
  const target = childText(response, 'RedirectTarget')?.trim() ?? '';
  if (code === 'RedirectAddress') return { kind: 'redirectAddress', address: target };
  if (code === 'RedirectUrl') return { kind: 'redirectUrl', url: target };
  const settings = (child(response, 'UserSettings')?.children ?? []).map(
    (one) => [childText(one, 'Name')?.trim(), childText(one, 'Value')?.trim() ?? ''] as const,
  );
  // Only an administrator knows from where this computer comes; the external name works from inside, the internal one not from outside.
  const url =
    settings.find(([name, value]) => name === 'ExternalEwsUrl' && value !== '')?.[1] ??
    settings.find(([name, value]) => name === 'InternalEwsUrl' && value !== '')?.[1];
  if (url !== undefined) return { kind: 'found', url };
  const text = childText(response, 'ErrorMessage')?.trim() ?? firstNamed(root, 'faultstring')?.text.trim();
  return nothing([code === 'NoError' ? undefined : code, text].filter(Boolean).join(': ') || 'no address of Exchange Web Services');
}

function ofPox(root: XmlElement | undefined): Finding {
  const account = descendant(root, 'Response', 'Account');
  const action = childText(account, 'Action')?.trim();
  // The schema writes the names with a capital letter and without; servers do both.
  if (action === 'redirectAddr')
    return { kind: 'redirectAddress', address: (childText(account, 'RedirectAddr') ?? childText(account, 'redirectAddr') ?? '').trim() };
  if (action === 'redirectUrl') return { kind: 'redirectUrl', url: (childText(account, 'RedirectUrl') ?? childText(account, 'redirectUrl') ?? '').trim() };
  const protocols = (account?.children ?? []).filter(({ name }) => name === 'Protocol');
  const urlOf = (type: string): string | undefined =>
    protocols
      .map((one) => (childText(one, 'Type')?.trim() === type ? childText(one, 'EwsUrl')?.trim() : undefined))
      .find((url) => url !== undefined && url !== '');
  const url = urlOf('EXPR') ?? urlOf('EXCH');
  if (url !== undefined) return { kind: 'found', url };
  const error = descendant(root, 'Response', 'Error');
  return nothing([childText(error, 'ErrorCode'), childText(error, 'Message')].filter(Boolean).join(': ') || 'no address of Exchange Web Services');
}

const JsonAnswer = z.object({ Url: z.string().optional(), ErrorMessage: z.string().optional() });

function ofJson(text: string): Finding {
  try {
    const answer = JsonAnswer.parse(JSON.parse(text));
    return answer.Url === undefined ? nothing(answer.ErrorMessage ?? 'no address of Exchange Web Services') : { kind: 'found', url: answer.Url };
  } catch {
    return nothing('the answer is not JSON of Autodiscover');
  }
}

/** Reads an answer of status 200. Throws AppError `exchange.brokenXml` for XML that is none. */
export function findingIn(kind: CandidateKind, text: string): Finding {
  if (kind === 'json') return ofJson(text);
  if (kind === 'redirect') return nothing('no redirect');
  const root = documentOf(text);
  return kind === 'soap' ? ofSoap(root) : ofPox(root);
}
