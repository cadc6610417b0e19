import { AppError, errorDataOf } from '../../../shared/errors/appError.ts';
import { isLoopback } from '../loopback.ts';
import type { RequestLabels, Transport } from '../transport.ts';
import { findingIn, type Finding } from './answers.ts';
import { domainOf, servicesAt, type Candidate, type CandidateSource } from './candidates.ts';
import { questionFor } from './questions.ts';

/** What is known about the search. */
export interface Search {
  readonly address: string;
  readonly transport: Transport;
  readonly candidates: CandidateSource;
  /** Hosts and domains outside the address's own that the person trusts. */
  readonly trusted: readonly string[];
  readonly labels: RequestLabels;
  /** Hears of every attempt when it is over. */
  onAttempt?(attempt: Attempt): void;
}

/** One question and what came of it. */
export interface Attempt {
  readonly url: string;
  readonly result: string;
}

/** Autodiscover follows at most this many redirects (Microsoft, "Autodiscover for Exchange"). */
const mostHops = 10;
const longestAnswer = 500_000;

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** The address of Exchange Web Services for an e-mail address. Throws AppError `autodiscover.*` or `app.cancelled`. */
export async function discover(search: Search, signal: AbortSignal): Promise<string> {
  const attempts: Attempt[] = [];
  const asked = new Set<string>();
  const silent = new Set<string>();
  let hops = 0;

  const told = (attempt: Attempt): void => {
    attempts.push(attempt);
    search.onAttempt?.(attempt);
  };
  const hop = (from: string, to: string): void => {
    hops += 1;
    if (hops > mostHops) throw new AppError('autodiscover.tooManyRedirects', { from, to, count: String(mostHops) });
  };
  /** The name and password go along: the person decides whether another domain may have them. */
  const assertTrusted = (from: string, host: string, address: string): void => {
    const isKnown = [domainOf(search.address), ...search.trusted].some((domain) => within(host.toLowerCase(), domain.toLowerCase()));
    if (isKnown) return;
    const trusted = [...search.trusted, host.toLowerCase()].join(', ');
    const action = { kind: 'setConnectionField', label: `Trust ${host}`, field: 'trustedRedirects', value: trusted } as const;
    throw new AppError('autodiscover.redirectNotTrusted', { from, to: host, address }, { actions: [action] });
  };

  async function follow(from: Candidate, target: string, address: string): Promise<string | undefined> {
    const url = URL.canParse(target, from.url) ? new URL(target, from.url) : undefined;
    hop(from.url, target);
    if (url?.protocol !== 'https:') {
      told({ url: from.url, result: `redirects to ${target}, which is not encrypted` });
      return undefined;
    }
    if (url.hostname !== new URL(from.url).hostname) assertTrusted(new URL(from.url).hostname, url.hostname, address);
    told({ url: from.url, result: `redirects to ${url.href}` });
    const kind = /\.json\b/i.test(url.pathname) ? 'json' : /\.svc$/i.test(url.pathname) ? 'soap' : 'pox';
    // A redirect over http names the older service; its neighbour is asked first, like everywhere else.
    const next =
      from.kind === 'redirect'
        ? servicesAt(url.origin, address).map((one) => (one.kind === 'pox' ? { ...one, url: url.href } : one))
        : [{ kind, url: url.href } as const];
    for (const candidate of next) {
      const found = await tryOne(candidate, address);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async function tryOne(candidate: Candidate, address: string): Promise<string | undefined> {
    const { origin } = new URL(candidate.url);
    const mark = `${candidate.url} ${address}`;
    if (asked.has(mark) || silent.has(origin)) return undefined;
    asked.add(mark);
    const answer = await ask(candidate, address, search, signal);
    if (answer.isSilent) silent.add(origin);
    const { finding } = answer;
    if (finding.kind === 'nothing') told({ url: candidate.url, result: finding.reason });
    if (finding.kind === 'redirectUrl') return follow(candidate, finding.url, address);
    if (finding.kind === 'redirectAddress') {
      hop(candidate.url, finding.address);
      if (!finding.address.includes('@')) return undefined;
      assertTrusted(new URL(candidate.url).hostname, domainOf(finding.address), address);
      told({ url: candidate.url, result: `redirects to the address ${finding.address}` });
      return tryAll(finding.address);
    }
    if (finding.kind !== 'found') return undefined;
    const url = URL.canParse(finding.url) ? new URL(finding.url) : undefined;
    if (url === undefined || (url.protocol !== 'https:' && !isLoopback(url.hostname))) {
      told({ url: candidate.url, result: `names ${finding.url}, which is not encrypted` });
      return undefined;
    }
    told({ url: candidate.url, result: `found ${url.href}` });
    return url.href;
  }

  async function tryAll(address: string): Promise<string | undefined> {
    for await (const candidate of search.candidates(address, signal)) {
      if (candidate.viaDns === true) assertTrusted(domainOf(address), new URL(candidate.url).hostname, address);
      const found = await tryOne(candidate, address);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  if (!search.address.includes('@')) throw new AppError('autodiscover.noAddress', { userName: search.address });
  const found = await tryAll(search.address);
  if (found !== undefined) return found;
  throw new AppError('autodiscover.failed', { address: search.address, attempts: attempts.map(({ url, result }) => `${url}: ${result}`).join('\n') });
}

/** Asks one candidate. Everything but a cancellation is an answer. `isSilent` says that nobody can be reached there. */
async function ask(candidate: Candidate, address: string, search: Search, signal: AbortSignal): Promise<{ finding: Finding; isSilent: boolean }> {
  const request = {
    kind: 'autodiscover',
    operation: { soap: 'GetUserSettings', pox: 'Autodiscover', json: 'Autodiscover (JSON)', redirect: 'Autodiscover (redirect)' }[candidate.kind],
    url: candidate.url,
    ...questionFor(candidate, address),
    safety: 'read',
    once: true,
    labels: search.labels,
    anonymous: candidate.kind === 'json' || candidate.kind === 'redirect',
  } as const;
  try {
    const finding = await search.transport.send(request, signal, async (answer): Promise<Finding> => {
      const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
      if (answer.status >= 300 && answer.status < 400 && location !== undefined) return { kind: 'redirectUrl', url: location };
      if (answer.status === 401) return { kind: 'nothing', reason: 'the user name or password is not accepted (HTTP 401)' };
      if (answer.status !== 200) return { kind: 'nothing', reason: `HTTP ${answer.status}` };
      let text = '';
      for await (const piece of answer.text) {
        text += piece;
        if (text.length > longestAnswer) return { kind: 'nothing', reason: 'the answer is too long' };
      }
      return findingIn(candidate.kind, text);
    });
    return { finding, isSilent: false };
  } catch (thrown) {
    const error = errorDataOf(thrown, 'asking Autodiscover', signal);
    if (error.kind === 'cancelled') throw thrown;
    return { finding: { kind: 'nothing', reason: error.what }, isSilent: error.code.startsWith('network.') || error.code.startsWith('certificate.') };
  }
}
