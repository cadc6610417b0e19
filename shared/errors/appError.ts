import { z } from 'zod';
import { catalogue, type ErrorCode } from './catalogue.ts';
import type { ErrorDetails } from './catalogue/entry.ts';

/** A step that a button can do for the person. The renderer switches over `kind`. */
export const ErrorAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('openConnection'), connection: z.string(), field: z.string().optional() }),
  z.object({ kind: z.literal('openTrace'), trace: z.string() }),
  z.object({ kind: z.literal('openActivity'), activity: z.string(), field: z.string().optional() }),
  /** Puts a value, or the path of a file that is chosen first, into a field of the configuration that is tested. Saving keeps it, testing alone uses it once. */
  z.object({ kind: z.literal('setConnectionField'), label: z.string(), field: z.string(), value: z.string().optional(), chooseFile: z.boolean().optional() }),
  z.object({ kind: z.literal('copyText'), label: z.string(), text: z.string() }),
  z.object({ kind: z.literal('openPage'), label: z.string(), url: z.url() }),
  /** Sign in again, with another method where one is named. */
  z.object({ kind: z.literal('signIn'), method: z.enum(['Sign in with browser', 'Device code']).optional() }),
]);
export type ErrorAction = z.infer<typeof ErrorAction>;

const codes = Object.keys(catalogue);

/** An error as a value: what crosses processes, is written to run history, and is shown. Never holds a secret. */
export const AppErrorData = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string' && codes.includes(value), 'unknown error code'),
  kind: z.enum(['user', 'operational', 'cancelled', 'bug']),
  what: z.string(),
  why: z.string().optional(),
  fix: z.array(z.string()),
  actions: z.array(ErrorAction).optional(),
  where: z.object({ runbook: z.string().optional(), activity: z.string().optional(), item: z.number().optional(), field: z.string().optional() }).optional(),
  details: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});
export type AppErrorData = z.infer<typeof AppErrorData>;

/** What a caller may add to the catalogue's texts. */
export interface ErrorContext {
  readonly actions?: readonly ErrorAction[];
  readonly where?: AppErrorData['where'];
  readonly reference?: string;
}

/** Makes the value of an error from its code and details. */
export function errorData(code: ErrorCode, details: ErrorDetails = {}, context: ErrorContext = {}): AppErrorData {
  const entry = catalogue[code];
  const texts = entry.texts(details);
  return {
    code,
    kind: entry.kind,
    what: texts.what,
    fix: [...texts.fix],
    ...(texts.why === undefined ? {} : { why: texts.why }),
    ...(Object.keys(details).length === 0 ? {} : { details: { ...details } }),
    ...(context.actions === undefined ? {} : { actions: [...context.actions] }),
    ...(context.where === undefined ? {} : { where: context.where }),
    ...(context.reference === undefined ? {} : { reference: context.reference }),
  };
}

/** Thrown inside a process for an expected failure; between processes only its `data` travels. */
export class AppError extends Error {
  readonly data: AppErrorData;

  constructor(code: ErrorCode, details: ErrorDetails = {}, context: ErrorContext = {}) {
    const data = errorData(code, details, context);
    super(data.what);
    this.name = 'AppError';
    this.data = data;
  }

  /** Makes the exception again from a value that came from another process. */
  static from(data: AppErrorData): AppError {
    const error = new AppError(data.code, data.details);
    return Object.assign(error, { data, message: data.what });
  }
}

/** Whether something thrown means "the person stopped it". */
export function isCancelled(thrown: unknown, signal?: AbortSignal): boolean {
  if (thrown instanceof AppError) return thrown.data.kind === 'cancelled';
  if (signal?.aborted === true) return true;
  return thrown instanceof Error && thrown.name === 'AbortError';
}

/** The value of anything thrown: expected failures as they are, cancellation as such, the rest as a defect. */
export function errorDataOf(thrown: unknown, doing: string, signal?: AbortSignal): AppErrorData {
  if (thrown instanceof AppError) return thrown.data;
  if (isCancelled(thrown, signal)) return errorData('app.cancelled');
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return errorData('app.bug', { doing, message });
}
