import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { DemoFault, DemoServerFacts, DemoState } from '../../shared/demo/demo.ts';
import { autodiscoverPath } from './autodiscover/answerAutodiscover.ts';
import { expiredCertificate } from './certificates/certificates.ts';
import { people } from './content/people.ts';
import { seededOrganisation } from './content/seed.ts';
import { faultPlan, type FaultOrder } from './faults/faultPlan.ts';
import { domain } from './http/basicAuth.ts';
import { httpServer, servicePath } from './http/httpServer.ts';
import { requestLog } from './http/requestLog.ts';
import { identifiers } from './store/identifiers.ts';
import { mailboxCounts } from './store/mailboxCounts.ts';

/** How a demo server starts; every part has a sensible default. */
export interface DemoServerOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  /** The same seed gives the same ids. */
  readonly seed?: number;
  readonly now?: () => Date;
  /** Makes the password of each user; random where not given. */
  readonly passwords?: () => string;
  /** Verifies tokens of the identity provider; without it the server accepts passwords only. */
  readonly identityKey?: string;
  /** Answers over TLS with this certificate; without one over plain HTTP, which leaves this computer nowhere. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** Called after each change of what `state` answers. */
  readonly changed?: () => void;
  /** How long the fault `slow` takes. */
  readonly slowMilliseconds?: number;
}

/** A running Exchange server with a demo organisation in memory, reachable from this computer only. */
export interface DemoServer {
  readonly facts: DemoServerFacts;
  state(): DemoState;
  /** Switches a fault on for `times` requests, or until it is switched off with `none`. Being busy ends by itself after three. */
  setFault(fault: DemoFault, times?: number): void;
  /** Makes the next request, or the next of an operation, fail. */
  failNext(fault: FaultOrder['fault'], order?: Omit<FaultOrder, 'fault'>): void;
  /** Restores the mailboxes. Ids that were given out are never used again. */
  reset(): void;
  /** Ends every connection. */
  close(): Promise<void>;
}

const defaultSeed = 2562;
const slowByDefault = 5000;

/** Where a server listens once it does, as host and port. Rejects where the port is taken. */
async function listening(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}

/** Starts a demo server on the loopback interface. Rejects where the port is taken. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const {
    port = 0,
    seed = defaultSeed,
    now = () => new Date(),
    passwords = () => randomBytes(15).toString('base64url'),
    slowMilliseconds = slowByDefault,
    changed = () => undefined,
  } = options;
  const ids = identifiers(seed);
  const accounts = people.map((person) => ({ person, password: passwords() }));
  const faults = faultPlan();
  const log = requestLog(() => now().getTime(), changed);
  let organisation = seededOrganisation(ids, now);
  let requests = 0;
  const requestId = (): string => {
    requests += 1;
    const hex = ids.bytes(`request/${requests}`, 16).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

  const parts = { accounts, identityKey: options.identityKey, faults, log, slowMilliseconds, organisation: () => organisation, now, requestId };
  const server = httpServer({ ...parts, certificate: options.certificate });
  const origin = `${options.certificate === undefined ? 'http' : 'https'}://${await listening(server, port)}`;
  // The same server once more, for the fault of that name: who is sent here sees its certificate first.
  const expired = httpServer({ ...parts, certificate: expiredCertificate() });
  const expiredUrl = `https://${await listening(expired, 0)}${servicePath}`;
  const users = accounts.map(({ person, password }) => ({ username: person.username, password, domain, mailbox: person.address }));
  const facts = { url: `${origin}${servicePath}`, autodiscoverUrl: `${origin}${autodiscoverPath}`, users };
  let running = true;

  return {
    facts,
    state: () => ({ running, url: faults.current === 'expiredCertificate' ? expiredUrl : facts.url, fault: faults.current, mailbox: people[0]?.address, mailboxes: mailboxCounts(organisation), requests: log.last() }),
    setFault(fault, times) {
      faults.set(fault, times);
      changed();
    },
    failNext: (fault, order = {}) => faults.failNext({ ...order, fault }),
    reset() {
      organisation = seededOrganisation(ids, now);
      changed();
    },
    async close() {
      if (!running) return;
      running = false;
      await Promise.all([closed(server), closed(expired)]);
    },
  };
}
