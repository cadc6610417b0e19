import { authenticationOf, type Connection } from '../../shared/connections/connection.ts';
import type { ExecutionLabel } from '../../shared/engine/ports.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { MonitorStates } from '../../shared/exchange/monitorStates.ts';
import type { Exchange } from '../../shared/exchange/port.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import { openSession, type ExchangeHost, type ExchangeSession } from '../exchange/session.ts';
import type { TokenSource } from '../exchange/tokenSource.ts';
import { oauthLogLines } from '../../shared/trace/oauth.ts';
import type { AccessToken, SignInNote, TokenQuestion } from '../auth/accessToken.ts';
import { secretVariable } from '../secrets/secretVariable.ts';
import { tokenSource } from './tokens.ts';

/** What the mailboxes of a run are made from. */
export interface MailboxParts {
  readonly run: string;
  readonly connections: Readonly<Record<string, Connection>>;
  readonly userAgent: string;
  readonly monitorStates: MonitorStates;
  secret(connection: string): Promise<string | undefined>;
  token(question: TokenQuestion, told: (note: SignInNote) => void): Promise<AccessToken>;
  /** The record without what the run knows to be secret. */
  hidden(record: TraceRecord): TraceRecord;
  traced(record: TraceRecord): void;
  /** Writes the pack's trace file of an execution. */
  writeTraceFile(records: readonly TraceRecord[]): Promise<void>;
  /** Writes the pack's sign-in log of an execution. */
  writeSignInLog(lines: readonly string[]): Promise<void>;
}

/** One session per connection of a run, opened when an activity first needs it; its sockets are shared by all activities. */
export class Mailboxes {
  readonly #parts: MailboxParts;
  readonly #sessions = new Map<string, Promise<ExchangeSession>>();
  /** Executions that go on: whom to tell of their requests, and the records of those that are written to a file. */
  readonly #executions = new Map<string, { readonly label: ExecutionLabel; readonly records: TraceRecord[]; readonly signIn: string[] }>();
  readonly #writing: Promise<void>[] = [];

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** Throws AppError `connection.notFound` or `secret.missing`, or what the vault or the session says. */
  async open(key: string, label: ExecutionLabel): Promise<Exchange> {
    const { execution, activity } = label;
    if (!this.#executions.has(execution)) this.#executions.set(execution, { label, records: [], signIn: [] });
    const session = this.#sessions.get(key) ?? this.#start(key);
    this.#sessions.set(key, session);
    return (await session).mailbox({ run: this.#parts.run, execution, activity });
  }

  /** Writes the trace file of an execution that has ended, where its connection asks for one. */
  finish(execution: string): void {
    const { records = [], signIn = [] } = this.#executions.get(execution) ?? {};
    this.#executions.delete(execution);
    if (signIn.length > 0) this.#writing.push(this.#parts.writeSignInLog(signIn));
    if (records.length > 0) this.#writing.push(this.#parts.writeTraceFile(records));
  }

  /** Ends all connections and waits for the trace files. */
  async close(): Promise<void> {
    const sessions = await Promise.allSettled(this.#sessions.values());
    await Promise.all(sessions.flatMap((one) => (one.status === 'fulfilled' ? [one.value.close()] : [])));
    for (const execution of this.#executions.keys()) this.finish(execution);
    await Promise.all(this.#writing);
  }

  async #start(key: string): Promise<ExchangeSession> {
    const connection = this.#parts.connections[key];
    if (connection === undefined) throw new AppError('connection.notFound', { connection: key });
    const { userAgent, monitorStates } = this.#parts;
    const onWait = (execution: string | undefined, ms: number): void => this.#executions.get(execution ?? '')?.label.waits(ms);
    const onSlow: ExchangeHost['onSlow'] = (execution, request) => this.#executions.get(execution ?? '')?.label.awaits(request);
    const host = { userAgent, monitorStates, onTrace: (record: TraceRecord) => this.#trace(key, connection, record), onWait, onSlow };
    if (authenticationOf(connection) === 'oauth') return openSession(connection, this.#tokens(key, connection), host);
    const password = await this.#parts.secret(key);
    if (password === undefined)
      throw new AppError(
        'secret.missing',
        { connection: connection.name, variable: secretVariable(key) },
        { actions: [{ kind: 'openConnection', connection: key, field: 'password' }] },
      );
    return openSession(connection, password, host);
  }

  #tokens(key: string, connection: Connection): TokenSource {
    return tokenSource({
      ask: (wish, told) => this.#parts.token({ ...wish, connection: key }, told),
      actions: [{ kind: 'openConnection', connection: key, field: 'signInMethod' }],
      told: ({ execution }, note) => {
        if ('trace' in note) this.#trace(key, connection, note.trace);
        else if (connection.logOAuth && execution !== undefined) this.#executions.get(execution)?.signIn.push(note.line);
      },
    });
  }

  #trace(key: string, connection: Connection, made: TraceRecord): void {
    const record = { ...this.#parts.hidden(made), configuration: key };
    // The record first: whoever hears of the request may ask for it.
    this.#parts.traced(record);
    const execution = record.execution === undefined ? undefined : this.#executions.get(record.execution);
    execution?.label.requested(record.id);
    if (record.kind === 'oauth') {
      if (connection.logOAuth) execution?.signIn.push(...oauthLogLines(record));
    } else if (connection.traceEws) execution?.records.push(record);
  }
}
