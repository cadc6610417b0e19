import { checkStages, type CheckEvent, type CheckStage, type CheckSummary } from '../../shared/connections/checks.ts';
import { authenticationOf, type Connection } from '../../shared/connections/connection.ts';
import { signInNameOnline } from '../../shared/connections/signInTarget.ts';
import type { CertificateFacts } from '../../shared/connections/diagnosis.ts';
import { AppError, errorDataOf, type AppErrorData } from '../../shared/errors/appError.ts';
import { smtpAddress } from '../../shared/fields/value.ts';
import { EwsClient } from './ews/ewsClient.ts';
import { getFolder, type FolderFacts } from './ews/operations/getFolder.ts';
import { buildOf, productOf } from './ews/serverProduct.ts';
import type { Answered } from './ews/ewsClient.ts';
import { networkOf } from './network.ts';
import { probe } from './probe.ts';
import type { Credentials } from './tokenSource.ts';
import { effectiveUrl, isDiscovered } from './serverAddress.ts';
import { sessionParts, signInName, type ExchangeHost, type SessionParts } from './session.ts';

/** A test answers sooner than a runbook waits. */
const longestSeconds = 15;

/** The stage that a failure of the one request belongs to; whatever is not named here shows in the stage "Exchange". */
function stageOf({ code }: AppErrorData): CheckStage {
  if (code.startsWith('signIn.') || ['secret.missing', 'network.proxySignIn', 'exchange.accountState'].includes(code)) return 'signIn';
  const ofMailbox = [
    'exchange.mailboxNotFound',
    'exchange.accessDenied',
    'exchange.impersonationDenied',
    'exchange.mailboxOffline',
    'exchange.folderNotFound',
    'exchange.itemNotFound',
  ];
  return ofMailbox.includes(code) ? 'mailbox' : 'exchange';
}

/** The failure with names that only the configuration knows. */
function naming(error: AppErrorData, connection: Connection): AppErrorData {
  if (!error.code.startsWith('exchange.')) return error;
  const mailbox = smtpAddress(connection.username);
  const named = new AppError(error.code, { ...error.details, userName: signInName(connection), ...(mailbox === undefined ? {} : { mailbox }) });
  return { ...named.data, ...(error.actions === undefined ? {} : { actions: error.actions }) };
}

/** A certificate that is refused comes with the two ways to trust it, both of them a person's explicit choice. */
function withChoices(error: AppErrorData): AppErrorData {
  const fingerprint = error.details?.['fingerprint'];
  if (!error.code.startsWith('certificate.') || fingerprint === undefined) return error;
  const choices = [
    { kind: 'setConnectionField', label: 'Choose CA file…', field: 'authorityFile', chooseFile: true },
    { kind: 'setConnectionField', label: 'Trust this certificate', field: 'trustedCertificate', value: fingerprint },
  ] as const;
  return { ...error, actions: [...(error.actions ?? []), ...choices] };
}

/** A later stage can fail without an answer, and then nobody knows how the server would have been signed in to. */
const signedInAs = (connection: Connection, answer: Answered<unknown> | undefined): string =>
  answer === undefined ? `${signInName(connection)} was not refused` : answer.scheme === undefined ? `${signInName(connection)}, the server did not ask for a password` : `${signInName(connection)} with ${answer.scheme}`;

/** The Date header has whole seconds, cut off; the answer was under way for half of the round trip. */
function clockDifference(serverDate: Date, roundTripMs: number): number {
  return Math.round((serverDate.getTime() + 500 + roundTripMs / 2 - Date.now()) / 1000) + 0;
}

function summaryOf(answer: Answered<FolderFacts>, roundTripMs: number, mailbox: string, certificate: CertificateFacts | undefined): CheckSummary {
  const [folder] = answer.results;
  const { server, serverDate } = answer;
  return {
    product: server === undefined ? 'Exchange' : productOf(server),
    build: server === undefined ? '' : buildOf(server),
    mailbox,
    folder: folder?.displayName ?? '',
    itemCount: folder?.totalCount ?? 0,
    roundTripMs,
    ...(serverDate === undefined ? {} : { clockDifferenceSeconds: clockDifference(serverDate, roundTripMs) }),
    ...(certificate === undefined ? {} : { certificateExpires: certificate.validTo, certificate: { ...certificate, names: [...certificate.names] } }),
  };
}

/**
 * Tests a configuration as it stands, stage by stage; the first failure ends the test. The password is sent only after the certificate was
 * verified. A test that is stopped reports the cancellation as the failure of its stage.
 */
export async function* checkConnection(
  connection: Connection,
  credentials: Credentials | undefined,
  host: ExchangeHost,
  signal: AbortSignal,
): AsyncGenerator<CheckEvent, void> {
  const remaining = new Set<CheckStage>(checkStages.filter((name) => name !== 'autodiscover' || isDiscovered(connection)));
  const seconds = Math.min(connection.timeout, longestSeconds);
  let url: URL | undefined;
  let seenCertificate: CertificateFacts | undefined;

  async function* stage(name: CheckStage, work: () => Promise<string>): AsyncGenerator<CheckEvent, boolean> {
    remaining.delete(name);
    yield { type: 'stageStarted', stage: name };
    const started = performance.now();
    try {
      if (signal.aborted) throw new AppError('app.cancelled');
      const fact = await work();
      yield { type: 'stagePassed', stage: name, fact, durationMs: Math.round(performance.now() - started) };
      return true;
    } catch (thrown) {
      yield {
        type: 'stageFailed',
        stage: name,
        error: withChoices(errorDataOf(thrown, 'testing the connection', signal)),
        durationMs: Math.round(performance.now() - started),
      };
      return false;
    }
  }

  function* ending(ok: boolean, summary?: CheckSummary): Generator<CheckEvent, void> {
    for (const name of remaining) yield { type: 'stageSkipped', stage: name, reason: 'not tried' };
    yield { type: 'finished', ok, ...(summary === undefined ? {} : { summary }) };
  }

  const server = (): ReturnType<typeof probe> => {
    if (url === undefined) throw new AppError('network.noAddress');
    return probe(url, { seconds, signal, network: networkOf(connection, host.authorities) });
  };

  const assertCredentials = (): void => {
    if (authenticationOf(connection) === 'basic' && (credentials === undefined || credentials === ''))
      throw new AppError('secret.missing', { connection: connection.name });
  };
  // One set of connections for the whole test: what Autodiscover found and how the server is signed in to is not asked twice.
  let parts: SessionParts | undefined;
  const session = (): SessionParts => (parts ??= sessionParts({ ...connection, timeout: seconds }, credentials ?? '', host));
  try {
    yield* stages();
  } finally {
    await parts?.close();
  }

  async function* stages(): AsyncGenerator<CheckEvent, void> {
    if (isDiscovered(connection)) {
      const isFound = yield* stage('autodiscover', async () => {
        assertCredentials();
        const attempts: string[] = [];
        await session().address.resolve({}, signal, (attempt) => attempts.push(`${attempt.url}: ${attempt.result}`));
        return attempts.join('\n');
      });
      if (!isFound) return yield* ending(false);
    }

    const passed = yield* stage('address', async () => {
      url = new URL(isDiscovered(connection) ? session().address.known : effectiveUrl(connection));
      const { proxy } = server();
      const addresses = await server().addresses();
      if (proxy !== undefined) return `${url.hostname} through the proxy ${proxy} (${addresses.join(', ')})`;
      return addresses[0] === url.hostname ? url.hostname : `${url.hostname} → ${addresses.join(', ')}`;
    });
    if (!passed) return yield* ending(false);

    const isReachable = yield* stage('reachable', async () => {
      await server().connect();
      return `connected to port ${url?.port === '' ? (url.protocol === 'http:' ? '80' : '443') : (url?.port ?? '')}`;
    });
    if (!isReachable) return yield* ending(false);

    if (url?.protocol === 'http:') {
      remaining.delete('certificate');
      yield { type: 'stageSkipped', stage: 'certificate', reason: 'not encrypted, this computer only' };
    } else {
      const isTrusted = yield* stage('certificate', async () => {
        const certificate = await server().certificate();
        seenCertificate = certificate;
        return `${certificate?.subject ?? 'trusted'}, issued by ${certificate?.issuer ?? 'a trusted authority'}, valid until ${certificate?.validTo.slice(0, 10) ?? 'unknown'}`;
      });
      if (!isTrusted) return yield* ending(false);
    }
    yield* signingIn();
  }

  /** One request proves sign-in, Exchange and mailbox; its failure tells which of them. */
  async function* signingIn(): AsyncGenerator<CheckEvent, void> {
    remaining.delete('signIn');
    yield { type: 'stageStarted', stage: 'signIn' };
    const started = performance.now();
    let asked = started;
    let answer: Answered<FolderFacts> | undefined;
    let error: AppErrorData | undefined;
    // A sign-in server has a name, a certificate and a proxy of its own: what fails there is a failure of the sign-in.
    let isSigningIn = true;
    try {
      assertCredentials();
      const { transport, target } = session();
      await target.authorization({}, signal);
      isSigningIn = false;
      asked = performance.now();
      answer = await new EwsClient(transport, target, {}).ask(getFolder, { kind: 'known', name: 'inbox' }, signal, true);
    } catch (thrown) {
      const data = naming(errorDataOf(thrown, 'testing the connection', signal), connection);
      error = isSigningIn ? withChoices(data) : data;
    }
    const ended = performance.now();
    const roundTripMs = Math.round(ended - asked);
    const failedStage = error === undefined ? undefined : isSigningIn || error.kind === 'cancelled' ? 'signIn' : stageOf(error);
    const [folder] = answer?.results ?? [];
    const facts: Partial<Record<CheckStage, string>> = {
      signIn: authenticationOf(connection) === 'basic' ? signedInAs(connection, answer) : `${signInNameOnline(connection)} with OAuth`,
      exchange: answer?.server === undefined ? 'Exchange Web Services answered' : `${productOf(answer.server)} (${buildOf(answer.server)})`,
      mailbox: `${folder?.displayName ?? 'Inbox'}, ${folder?.totalCount ?? 0} items`,
    };
    for (const name of ['signIn', 'exchange', 'mailbox'] as const) {
      if (name !== 'signIn') {
        remaining.delete(name);
        yield { type: 'stageStarted', stage: name };
      }
      const durationMs = name === 'signIn' || name === failedStage ? Math.round(ended - started) : 0;
      if (name === failedStage && error !== undefined) {
        yield { type: 'stageFailed', stage: name, error, durationMs };
        return yield* ending(false);
      }
      yield { type: 'stagePassed', stage: name, fact: facts[name] ?? '', durationMs };
    }
    const mailbox = smtpAddress(connection.username) ?? signInName(connection);
    if (answer !== undefined) yield* ending(true, summaryOf(answer, roundTripMs, mailbox, seenCertificate));
  }
}
