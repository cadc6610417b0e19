import { diagnose } from '../../../shared/connections/diagnosis.ts';
import type { PasswordMethod, PasswordScheme } from '../../../shared/connections/schemes.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { RequestLabels, Transport, TransportAnswer } from '../transport.ts';
import { exchangeError } from './faults.ts';
import type { Operation } from './operation.ts';
import { envelope, readAnswer, type ResponseMessage, type ServerVersion, type SoapAnswer } from './soap.ts';

/** What every request of a mailbox has in common. */
export interface EwsTarget {
  /** Address of Exchange Web Services; Autodiscover may have to find it. */
  readonly url: (labels: RequestLabels, signal: AbortSignal) => string | Promise<string>;
  /** How a password may be used; absent where none is. */
  readonly method?: PasswordMethod;
  /** Value of the Authorization header, or undefined where the transport signs in; asked for each request, so that it can be renewed. `rejected` is the value that the server refused. */
  readonly authorization: (labels: RequestLabels, signal: AbortSignal, rejected?: string) => string | undefined | Promise<string>;
  /** Application that tokens were given to; present where the server is signed in to with OAuth. */
  readonly applicationId?: string;
  readonly userName: string;
}

/** What an answer was, beside the results of its messages. */
export interface Answered<Output> {
  readonly results: readonly Output[];
  readonly server: ServerVersion | undefined;
  /** The server's clock, where it told it. */
  readonly serverDate: Date | undefined;
  /** How the request was signed in with a password. */
  readonly scheme: PasswordScheme | undefined;
}

/** A request document, and how it may be sent. */
interface SentDocument {
  readonly body: string;
  readonly safety: 'read' | 'write';
  /** One attempt only. */
  readonly once: boolean;
}

type TakeAnswer<T> = (answer: SoapAnswer, serverDate: Date | undefined, scheme: PasswordScheme | undefined) => T;

/** A header of the answer; the first where there are several. */
const header = (answer: TransportAnswer, name: string): string | undefined => answer.headers.find(([key]) => key.toLowerCase() === name)?.[1];

/** Calls operations of Exchange Web Services. Rejects with AppError. */
export class EwsClient {
  readonly #transport: Transport;
  readonly #target: EwsTarget;
  readonly #labels: RequestLabels;

  constructor(transport: Transport, target: EwsTarget, labels: RequestLabels) {
    this.#transport = transport;
    this.#target = target;
    this.#labels = labels;
  }

  /** Calls an operation and answers one result for each response message. */
  async call<Input, Output>(operation: Operation<Input, Output>, input: Input, signal: AbortSignal): Promise<readonly Output[]> {
    return (await this.ask(operation, input, signal)).results;
  }

  /** Like `call`, for an operation that asks for one thing. */
  async callOne<Input, Output>(operation: Operation<Input, Output>, input: Input, signal: AbortSignal): Promise<Output> {
    const results = await this.call(operation, input, signal);
    // Some results are undefined on purpose, so that only the count tells whether there is one.
    for (const only of results.length === 1 ? results : []) return only;
    throw new AppError('exchange.unexpectedAnswer', { operation: operation.name, missing: 'its one response message' });
  }

  /** Like `call`, with what the answer says about the server. `once` forbids repeating the request. */
  async ask<Input, Output>(operation: Operation<Input, Output>, input: Input, signal: AbortSignal, once = false): Promise<Answered<Output>> {
    const document = { body: envelope(operation.payload(input), operation.timeZone?.(input)), safety: operation.safety, once };
    return this.#signedIn(document, signal, (answer, serverDate, scheme) => {
      // Inside the attempt, so that a read that a message refuses for the moment is repeated like one that a fault refuses.
      const results = answer.messages.map((message) => parsed(operation, message));
      return { results, server: answer.server, serverDate, scheme };
    });
  }

  /** Sends a whole request document that only reads, as it stands and once. What its messages say is left to the trace. */
  async repeat(body: string, signal: AbortSignal): Promise<void> {
    await this.#signedIn({ body, safety: 'read', once: true }, signal, () => undefined);
  }

  async #signedIn<T>(document: SentDocument, signal: AbortSignal, take: TakeAnswer<T>): Promise<T> {
    const authorization = await this.#target.authorization(this.#labels, signal);
    try {
      return await this.#send(document, authorization, signal, take);
    } catch (thrown) {
      // A token can be revoked before its time. The server refused it, so that nothing was done yet.
      const isRefused = thrown instanceof AppError && thrown.data.code === 'signIn.tokenRejected';
      if (!isRefused) throw thrown;
      const renewed = await this.#target.authorization(this.#labels, signal, authorization);
      return this.#send(document, renewed, signal, take);
    }
  }

  async #send<T>({ body, safety, once }: SentDocument, authorization: string | undefined, signal: AbortSignal, take: TakeAnswer<T>): Promise<T> {
    const url = await this.#target.url(this.#labels, signal);
    const request = {
      kind: 'ews',
      url,
      headers: { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml', ...(authorization === undefined ? {} : { authorization }) },
      body,
      safety,
      once,
      labels: this.#labels,
    } as const;
    return this.#transport.send(request, signal, async (received) => {
      const date = new Date(header(received, 'date') ?? '');
      return take(await this.#read(received, url), Number.isNaN(date.getTime()) ? undefined : date, received.scheme);
    });
  }

  /** Exchange answers with XML and status 200, or 500 for a fault. Anything else comes from something in front of it. */
  async #read(answer: TransportAnswer, url: string): Promise<SoapAnswer> {
    const isXml = /\bxml\b/i.test(header(answer, 'content-type') ?? '');
    if (isXml && (answer.status === 200 || answer.status === 500)) {
      try {
        return await readAnswer(answer.text);
      } catch (thrown) {
        const isEmptyError = answer.status === 500 && thrown instanceof AppError && thrown.data.code === 'exchange.brokenXml';
        if (!isEmptyError) throw thrown;
      }
    }
    const { code, details } = diagnose({
      url,
      scheme: answer.scheme,
      method: this.#target.method,
      status: answer.status,
      headers: answer.headers,
      userName: this.#target.userName,
      now: new Date().toISOString(),
    });
    const { applicationId } = this.#target;
    if (applicationId === undefined) throw new AppError(code, details);
    throw new AppError(answer.status === 401 ? 'signIn.tokenRejected' : code, { ...details, applicationId });
  }
}

function parsed<Input, Output>(operation: Operation<Input, Output>, message: ResponseMessage): Output {
  if (message.class === 'Error' && operation.tolerates?.includes(message.code) !== true) throw exchangeError(message);
  return operation.parse(message);
}
