import { z } from 'zod';
import { AppError, errorData, isCancelled, type AppErrorData } from '../../shared/errors/appError.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Channel, Contract, StreamMessage } from '../../shared/ipc/channel.ts';
import { batcher } from './batcher.ts';

/** Who sent a message, as Electron says it. */
export interface SenderFacts {
  /** Id of the web contents. */
  readonly contents: number;
  readonly mainFrame: boolean;
  readonly origin: string;
}

/** Main's end of a stream's message port. */
export interface StreamPort {
  post(message: StreamMessage): void;
  /** Calls back when the window closed its end, was reloaded or is gone. */
  onClose(listener: () => void): void;
  /** Calls back when the window asks to cancel but still listens for how it ends. */
  onCancel(listener: () => void): void;
  close(): void;
}

/** What a dispatch is made of. Nothing here knows Electron, so that tests run it in plain Node. */
export interface DispatchParts {
  readonly contract: Contract;
  /** The handlers by domain and name; `Handlers<typeof contract>` where it is made. */
  readonly handlers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  trusted(sender: SenderFacts): boolean;
  /** Parse outputs and events as well: in development and tests. */
  readonly checkOutputs: boolean;
  /** Logs a defect and answers the reference it is found under. */
  defect(thrown: unknown, doing: string): string;
}

/** The one door between window and main. */
export interface Dispatch {
  call(sender: SenderFacts, request: unknown): Promise<Result<unknown>>;
  open(sender: SenderFacts, request: unknown, port: StreamPort): Promise<void>;
}

const Request = z.object({ domain: z.string(), name: z.string(), input: z.unknown() });

interface Target<K extends Channel['kind']> {
  readonly title: string;
  readonly channel: Extract<Channel, { kind: K }>;
  readonly run: (...parameters: readonly unknown[]) => unknown;
  readonly input: unknown;
}

const problemOf = (error: z.ZodError): string => error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`).join('; ');

/** Makes the door: sender, channel, input, handler, output, envelope, in this order and nowhere else. */
export function createDispatch(parts: DispatchParts): Dispatch {
  function isKind<K extends Channel['kind']>(channel: Channel, kind: K): channel is Extract<Channel, { kind: K }> {
    return channel.kind === kind;
  }

  function targetOf<K extends Channel['kind']>(sender: SenderFacts, request: unknown, kind: K): Target<K> {
    if (!parts.trusted(sender)) throw new AppError('app.foreignSender', { origin: sender.origin });
    const { domain, name, input } = parsed(Request, request, 'the request itself');
    const title = `${domain}.${name}`;
    const channel = Object.hasOwn(parts.contract, domain) && Object.hasOwn(parts.contract[domain] ?? {}, name) ? parts.contract[domain]?.[name] : undefined;
    if (channel === undefined || !isKind(channel, kind))
      throw new AppError('app.invalidRequest', { channel: title, problem: `There is no ${kind} of this name.` });
    const handler = parts.handlers[domain]?.[name];
    if (typeof handler !== 'function') throw new Error(`No handler for ${title}.`);
    return { title, channel, run: (...parameters): unknown => Reflect.apply(handler, undefined, parameters), input: parsed(channel.input, input, title) };
  }

  function parsed<S extends z.ZodType>(schema: S, value: unknown, title: string): z.output<S> {
    const result = schema.safeParse(value);
    if (!result.success) throw new AppError('app.invalidRequest', { channel: title, problem: problemOf(result.error) });
    return result.data;
  }

  function checked(schema: z.ZodType, value: unknown, title: string): unknown {
    if (!parts.checkOutputs) return value;
    const result = schema.safeParse(value);
    if (!result.success) throw new Error(`${title} answered what the contract does not allow: ${problemOf(result.error)}`);
    return result.data;
  }

  function envelope(thrown: unknown, doing: string, signal?: AbortSignal): { readonly ok: false; readonly error: AppErrorData } {
    if (thrown instanceof AppError) return { ok: false, error: thrown.data };
    if (isCancelled(thrown, signal)) return { ok: false, error: errorData('app.cancelled') };
    const reference = parts.defect(thrown, doing);
    return { ok: false, error: errorData('app.bug', { doing, reference }, { reference }) };
  }

  async function call(sender: SenderFacts, request: unknown): Promise<Result<unknown>> {
    let doing = 'a request of the window';
    try {
      const target = targetOf(sender, request, 'call');
      doing = target.title;
      return { ok: true, value: checked(target.channel.output, await target.run(target.input), target.title) };
    } catch (thrown) {
      return envelope(thrown, doing);
    }
  }

  async function open(sender: SenderFacts, request: unknown, port: StreamPort): Promise<void> {
    const abort = new AbortController();
    let listening = true;
    let doing = 'a stream of the window';
    const batch = batcher((events, seq) => {
      if (listening) port.post({ events, seq });
    });
    port.onCancel(() => abort.abort());
    port.onClose(() => {
      listening = false;
      batch.drop();
      abort.abort();
    });
    let end: Result<void> = { ok: true, value: undefined };
    try {
      const target = targetOf(sender, request, 'stream');
      doing = target.title;
      const emit = (event: unknown): void => batch.add(checked(target.channel.event, event, target.title));
      await target.run(target.input, { emit, signal: abort.signal });
      if (abort.signal.aborted) end = { ok: false, error: errorData('app.cancelled') };
    } catch (thrown) {
      end = envelope(thrown, doing, abort.signal);
    }
    batch.flush();
    if (!listening) return;
    port.post({ end: end.ok ? { ok: true } : end });
    port.close();
  }

  return { call, open };
}
