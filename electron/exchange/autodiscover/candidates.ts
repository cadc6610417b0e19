import { resolveSrv } from 'node:dns/promises';

/** How an Autodiscover service is asked. `redirect` is a question without sign-in whose only use is the address it redirects to. */
export type CandidateKind = 'soap' | 'pox' | 'json' | 'redirect';

/** One place to ask. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly url: string;
  /** Named by DNS, which is not protected: the host may be anybody's. */
  readonly viaDns?: boolean;
}

/** Finds the places to ask for an address, in order. Tests give their own. */
export type CandidateSource = (address: string, signal: AbortSignal) => AsyncIterable<Candidate>;

const folder = '/autodiscover/autodiscover';

/** The three services of one server. */
export function servicesAt(origin: string, address: string): Candidate[] {
  return [
    { kind: 'soap', url: `${origin}${folder}.svc` },
    { kind: 'pox', url: `${origin}${folder}.xml` },
    { kind: 'json', url: `${origin}${folder}.json?Email=${encodeURIComponent(address)}&Protocol=Ews` },
  ];
}

/** Domain of an e-mail address, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * The documented order (Microsoft, "Autodiscover for Exchange"; the service connection point needs Active Directory and is left out):
 * the domain itself, autodiscover in front of it, a redirect over http, and the SRV record of DNS.
 */
export async function* documentedCandidates(address: string): AsyncGenerator<Candidate, void> {
  const domain = domainOf(address);
  yield* servicesAt(`https://${domain}`, address);
  yield* servicesAt(`https://autodiscover.${domain}`, address);
  yield { kind: 'redirect', url: `http://autodiscover.${domain}${folder}.xml` };
  try {
    const records = await resolveSrv(`_autodiscover._tcp.${domain}`);
    const [best] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
    const origin = best === undefined ? undefined : `https://${best.name}${best.port === 443 ? '' : `:${best.port}`}`;
    if (origin !== undefined) yield* servicesAt(origin, address).map((one) => ({ ...one, viaDns: true }));
  } catch {
    // No such record: this way does not exist for the domain.
  }
}

/** Exchange Online answers without sign-in, so that it is asked alone. */
export async function* onlineCandidates(address: string): AsyncGenerator<Candidate, void> {
  yield await Promise.resolve({ kind: 'json', url: `https://outlook.office365.com${folder}.json/v1.0/${encodeURIComponent(address)}?Protocol=EWS` });
}
