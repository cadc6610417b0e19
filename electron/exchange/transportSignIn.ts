import { TLSSocket } from 'node:tls';
import { channelBinding } from '../auth/ntlm/channelBinding.ts';
import { authenticateMessage, negotiateMessage, readChallenge } from '../auth/ntlm/messages.ts';
import type { NtlmAccount } from '../auth/ntlm/ntlmV2.ts';
import { chosenScheme, offeredSchemes, type PasswordScheme, type PasswordMethod } from '../../shared/connections/schemes.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Lane } from './transportLanes.ts';

/** Who signs in with a password, and with which methods. */
export interface PasswordAccount {
  /** `DOMAIN\user`, `user@domain` or a bare name. */
  readonly userName: string;
  readonly password: string;
  readonly method: PasswordMethod;
}

/** What signing in reads of an answer; undici's answers have this shape. */
export interface RawAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: { dump(options?: { limit: number }): Promise<void> };
}

/** Sends the request on the lane with this Authorization header; `whole` false leaves the body out. */
export type Ask<A extends RawAnswer> = (authorization: string | undefined, whole: boolean) => Promise<A>;

/** An answer with the way it was signed in for, and the legs before it in words. */
export interface SignedIn<A> {
  readonly answer: A;
  readonly scheme: PasswordScheme | undefined;
}

/** Longest body that is sent before the server has named its methods, in bytes. */
const longestUnasked = 32_768;

const linesOf = (answer: RawAnswer, name: string): string[] => [answer.headers[name] ?? []].flat();

/** The parts of a Windows account name. A user principal name goes in one piece. */
export function ntlmAccount({ userName, password }: Pick<PasswordAccount, 'userName' | 'password'>): NtlmAccount {
  const slash = userName.indexOf('\\');
  return slash < 0 ? { user: userName, domain: '', password } : { user: userName.slice(slash + 1), domain: userName.slice(0, slash), password };
}

function bindingOf(socket: unknown): Buffer | undefined {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.raw : undefined;
  return certificate === undefined ? undefined : channelBinding(certificate);
}

/**
 * Signs requests in with a password. Nothing secret is sent before the server has named its methods, and then only with one of them.
 * NTLM signs in a connection, not a request: its messages stay on the socket of one lane (RFC 4559 describes the same for Negotiate).
 */
export class SignIn {
  readonly #account: PasswordAccount;
  readonly #schemes = new Map<string, PasswordScheme>();

  constructor(account: PasswordAccount) {
    this.#account = account;
  }

  /** Texts that must appear in no trace. */
  get secrets(): readonly string[] {
    return [this.#basic(), this.#account.password];
  }

  /** Sends the request signed in. `told` hears of every leg before the answer. A refusal is an answer like any other. */
  async send<A extends RawAnswer>(lane: Lane, ask: Ask<A>, told: (leg: string) => void, bodyBytes: number): Promise<SignedIn<A>> {
    const known = this.#schemes.get(lane.origin);
    if (known === 'Basic') return { answer: await ask(`Basic ${this.#basic()}`, true), scheme: 'Basic' };
    const isFresh = lane.signedIn === undefined || lane.signedIn !== lane.socket;
    if (known === 'NTLM' && isFresh) return this.#ntlm(lane, ask, told);
    // Servers refuse a long body unread, and some cut the connection over it: then the question goes ahead without the body.
    const isWhole = bodyBytes <= longestUnasked;
    const first = await ask(undefined, isWhole);
    if (first.statusCode !== 401) {
      if (isWhole) return { answer: first, scheme: known };
      await first.body.dump({ limit: 65_536 });
      return { answer: await ask(undefined, true), scheme: known };
    }
    const offered = offeredSchemes(linesOf(first, 'www-authenticate'));
    const scheme = chosenScheme(this.#account.method, offered, lane.origin.startsWith('https:'));
    if (scheme === undefined) return { answer: first, scheme: undefined };
    await first.body.dump({ limit: 65_536 });
    told(`HTTP 401, the server offers ${offered.join(', ')}`);
    this.#schemes.set(lane.origin, scheme);
    if (scheme === 'Basic') return { answer: await ask(`Basic ${this.#basic()}`, true), scheme };
    return this.#ntlm(lane, ask, told);
  }

  #basic(): string {
    return Buffer.from(`${this.#account.userName}:${this.#account.password}`, 'utf8').toString('base64');
  }

  async #ntlm<A extends RawAnswer>(lane: Lane, ask: Ask<A>, told: (leg: string) => void): Promise<SignedIn<A>> {
    const scheme = 'NTLM' as const;
    const negotiate = negotiateMessage();
    const asked = await ask(`NTLM ${negotiate.toString('base64')}`, false);
    const line = linesOf(asked, 'www-authenticate').find((one) => /^NTLM\s+\S/i.test(one));
    if (asked.statusCode !== 401) {
      // The lane was still signed in, or the server does not insist: the request itself has not been sent yet.
      await asked.body.dump({ limit: 65_536 });
      return { answer: await ask(undefined, true), scheme };
    }
    if (line === undefined) return { answer: asked, scheme };
    const socket = lane.socket;
    const challenge = readChallenge(Buffer.from(line.replace(/^NTLM\s+/i, '').split(',')[0] ?? '', 'base64'));
    await asked.body.dump({ limit: 65_536 });
    told(`HTTP 401, NTLM challenge${challenge.domain === undefined ? '' : ` of ${challenge.domain}`}`);
    const message = authenticateMessage(ntlmAccount(this.#account), {
      negotiate,
      challenge,
      servicePrincipal: `HTTP/${new URL(lane.origin).hostname}`,
      channelBinding: bindingOf(socket),
    });
    const closes = /\bclose\b/i.test(linesOf(asked, 'connection').join());
    if (closes || socket === undefined || socket.destroyed) throw new AppError('signIn.ntlmConnection', { host: new URL(lane.origin).hostname });
    const answer = await ask(`NTLM ${message.toString('base64')}`, true);
    if (lane.socket !== socket) throw new AppError('signIn.ntlmConnection', { host: new URL(lane.origin).hostname });
    if (answer.statusCode !== 401) lane.signedIn = socket;
    return { answer, scheme };
  }
}
