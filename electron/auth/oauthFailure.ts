import { diagnose } from '../../shared/connections/diagnosis.ts';
import { signInFailure } from '../../shared/connections/signInFailure.ts';
import type { SignInTarget } from '../../shared/connections/signInTarget.ts';
import { AppError } from '../../shared/errors/appError.ts';

const textOf = (thrown: unknown, name: string): string => {
  const value: unknown = typeof thrown === 'object' && thrown !== null && name in thrown ? Reflect.get(thrown, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** The system's failure behind what was thrown, where there is one: the library wraps failures of the network. */
function systemFailure(thrown: unknown): { readonly code: string; readonly message: string } | undefined {
  for (let one: unknown = thrown, depth = 0; one instanceof Error && depth < 5; depth += 1) {
    const code = textOf(one, 'code');
    if (/^(E[A-Z]+|[A-Z]+_[A-Z_]+)$/.test(code)) return { code, message: one.message };
    const inner: unknown = 'error' in one ? one.error : one.cause;
    one = inner;
  }
  return undefined;
}

/** What a failure of the OAuth library means. */
export function oauthFailure(thrown: unknown, target: SignInTarget, silent: boolean): AppError {
  if (thrown instanceof AppError) return thrown;
  const system = systemFailure(thrown);
  if (system !== undefined) {
    const { code, details } = diagnose({ url: target.authority, ...system, now: new Date().toISOString() });
    return new AppError(code, details);
  }
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return new AppError('network.noAnswer', { host: new URL(target.authority).hostname });
  const error = textOf(thrown, 'errorCode');
  const message = textOf(thrown, 'errorMessage') || (thrown instanceof Error ? thrown.message : String(thrown));
  const failure = signInFailure({ error, message, silent }, target);
  return new AppError(failure.code, failure.details, { actions: failure.actions });
}
