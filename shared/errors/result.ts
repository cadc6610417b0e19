import type { AppErrorData } from './appError.ts';

/** What every call between processes returns: a value, or the error as a value. Nothing crosses as an exception. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };

/** For the default branch of a switch: a case that the compiler knows to be impossible. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
