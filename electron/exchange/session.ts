import { setTimeout as delay } from 'node:timers/promises';
import { authenticationOf, type Connection } from '../../shared/connections/connection.ts';
import { signInNameOnline } from '../../shared/connections/signInTarget.ts';
import type { AwaitedRequest } from '../../shared/engine/ports.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { monitorStatesInMemory, type MonitorStates } from '../../shared/exchange/monitorStates.ts';
import type { MailboxBrowser } from '../../shared/exchange/browse.ts';
import type { ConnectionFacts, Exchange } from '../../shared/exchange/port.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { AddressBook } from './ews/addressBook.ts';
import { EwsClient, type EwsTarget } from './ews/ewsClient.ts';
import { FolderNames } from './ews/folderNames.ts';
import { ewsBrowser } from './ews/browsing.ts';
import { ewsGateway } from './ews/gateway.ts';
import type { Credentials } from './tokenSource.ts';
import type { CandidateSource } from './autodiscover/candidates.ts';
import { networkOf } from './network.ts';
import { isDiscovered, ServerAddress } from './serverAddress.ts';
import { Transport, type RequestLabels, type TransportOptions } from './transport.ts';
import { SignIn } from './transportSignIn.ts';

/** What a session needs from the program it runs in. */
export interface ExchangeHost {
  readonly userAgent: string;
  onTrace(record: TraceRecord): void;
  /** Waits between attempts; tests make it short. Rejects when the signal aborts. */
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
  /** Told before a wait that the server asked for, in milliseconds, with the execution whose request waits. */
  onWait?(execution: string | undefined, ms: number): void;
  /** Told of a request that takes longer than `slowMs`, with its execution. */
  onSlow?(execution: string | undefined, request: AwaitedRequest): void;
  readonly slowMs?: number;
  /** Certificates of authorities in PEM that are trusted in place of the system's. */
  readonly authorities?: readonly string[];
  /** Where Autodiscover asks; the documented places unless a test says otherwise. */
  readonly candidates?: CandidateSource;
  /** Most unpacked bytes of one answer. */
  readonly limitBytes?: number;
  /** Where monitors of the runbook keep their place; without it they begin anew with each session. */
  readonly monitorStates?: MonitorStates;
}

/** Connections to a server that several mailboxes' requests share. */
export interface ExchangeSession {
  /** The mailbox, for requests that are traced under these labels. */
  mailbox(labels: RequestLabels): Exchange;
  /** The mailbox, to look into while a runbook is designed. */
  browser(labels: RequestLabels): MailboxBrowser;
  /** Ends all requests and connections. */
  close(): Promise<void>;
}

export type { RequestLabels } from './transport.ts';

/** Longest wait for one place that Autodiscover asks. */
const discoverySeconds = 10;

/** Largest answer that is read: far more than a batch of a hundred items with long bodies. */
const limitBytes = 256_000_000;

async function sleepReal(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch {
    throw new AppError('app.cancelled');
  }
}

const sleepOf = (host: ExchangeHost) => (ms: number, signal: AbortSignal) => (host.sleep === undefined ? sleepReal(ms, signal) : host.sleep(ms, signal));

/** The name for signing in: the domain in front, unless the name already holds one. */
export function signInName({ username, domain }: Pick<Connection, 'username' | 'domain'>): string {
  return domain.trim() === '' || /[@\\]/.test(username) ? username.trim() : `${domain.trim()}\\${username.trim()}`;
}

interface SessionSignIn {
  readonly target: Omit<EwsTarget, 'url'>;
  readonly secrets: readonly string[];
  /** Signs in with a password, as the server's offer demands. */
  readonly signIn?: SignIn;
}

/** How requests sign in, and the texts that may stand in no trace; tokens join them as they come. */
function signInOf(connection: Connection, credentials: Credentials): SessionSignIn {
  const isOnline = authenticationOf(connection) === 'oauth';
  if (typeof credentials === 'string') {
    if (isOnline) throw new AppError('signIn.required', { connection: connection.name });
    const userName = signInName(connection);
    const method = connection.passwordMethod;
    const signIn = new SignIn({ userName, password: credentials, method });
    return { target: { userName, method, authorization: () => undefined }, secrets: signIn.secrets, signIn };
  }
  const secrets: string[] = [];
  const scheme = 'Bearer ';
  const authorization: EwsTarget['authorization'] = async (labels, signal, rejected) => {
    const token = await credentials.token(labels, signal, rejected?.slice(scheme.length));
    if (!secrets.includes(token)) secrets.push(token);
    return `${scheme}${token}`;
  };
  return { target: { userName: signInNameOnline(connection), applicationId: connection.applicationId.trim(), authorization }, secrets };
}

/** Everything a session is made of; Test connection uses the same parts. */
export interface SessionParts {
  readonly transport: Transport;
  readonly target: EwsTarget;
  readonly address: ServerAddress;
  /** Ends all requests and connections. */
  close(): Promise<void>;
}

/** Throws AppError where the configuration cannot be used. No request is sent. */
export function sessionParts(connection: Connection, credentials: Credentials, host: ExchangeHost): SessionParts {
  const signIn = signInOf(connection, credentials);
  const options: TransportOptions = {
    connection: connection.name,
    userAgent: host.userAgent,
    timeoutSeconds: connection.timeout,
    limitBytes: host.limitBytes ?? limitBytes,
    secrets: signIn.secrets,
    signIn: signIn.signIn,
    network: networkOf(connection, host.authorities),
    onTrace: (record) => host.onTrace(record),
    sleep: sleepOf(host),
    onWait: (execution, ms) => host.onWait?.(execution, ms),
    onSlow: (execution, request) => host.onSlow?.(execution, request),
    ...(host.slowMs === undefined ? {} : { slowMs: host.slowMs }),
  };
  const finder = new Transport({ ...options, timeoutSeconds: Math.min(connection.timeout, discoverySeconds) });
  const address = new ServerAddress(connection, finder, host.candidates);
  const transport = new Transport(options);
  return {
    transport,
    address,
    target: { url: (labels, signal) => address.resolve(labels, signal), ...signIn.target },
    close: async () => void (await Promise.all([transport.close(), finder.close()])),
  };
}

function factsOf(connection: Connection, address: { readonly known: string }): ConnectionFacts {
  const { name, domain, username: userName, timeout: timeoutSeconds, itemType } = connection;
  return {
    name,
    // Autodiscover may find it later.
    get serverAddress() {
      return address.known;
    },
    domain,
    userName,
    timeoutSeconds,
    useAutodiscover: isDiscovered(connection),
    itemType,
  };
}

/** A mailbox whose every request fails with the same error: the configuration cannot be used. */
function unusable(facts: ConnectionFacts, error: AppError): Exchange {
  const fail = (): Promise<never> => Promise.reject(AppError.from(error.data));
  // Fails when it is read, as a request would.
  const failWhenRead = async function* (): AsyncGenerator<never, void> {
    yield await fail();
  };
  return {
    facts,
    find: failWhenRead,
    findAppointments: failWhenRead,
    changesSince: failWhenRead,
    saveAttachments: fail,
    create: fail,
    update: fail,
    remove: fail,
    forward: fail,
    send: fail,
    sendDraft: fail,
    reply: fail,
    move: fail,
  };
}

function unusableBrowser(error: AppError): MailboxBrowser {
  const fail = (): Promise<never> => Promise.reject(AppError.from(error.data));
  return {
    async *folders() {
      yield await fail();
    },
    items: fail,
  };
}

/** Opens a session. Nothing is sent before the first request; a configuration that cannot be used makes every request fail. */
export function openSession(connection: Connection, credentials: Credentials, host: ExchangeHost): ExchangeSession {
  let parts: SessionParts;
  try {
    parts = sessionParts(connection, credentials, host);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const exchange = unusable(factsOf(connection, { known: connection.serverAddress }), thrown);
    return { mailbox: () => exchange, browser: () => unusableBrowser(thrown), close: () => Promise.resolve() };
  }
  const { transport, target, address } = parts;
  const shared = {
    folderNames: new FolderNames(),
    addressBook: new AddressBook(),
    monitorStates: host.monitorStates ?? monitorStatesInMemory(),
    sleep: sleepOf(host),
  };
  const facts = factsOf(connection, address);
  return {
    mailbox: (labels) => ewsGateway({ ...shared, client: new EwsClient(transport, target, labels), activity: labels.activity ?? '' }, facts),
    browser: (labels) => ewsBrowser(new EwsClient(transport, target, labels), shared.folderNames),
    close: () => parts.close(),
  };
}
