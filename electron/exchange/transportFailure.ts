import type { RawFailure } from '../../shared/connections/diagnosis.ts';
import type { TraceTimings } from '../../shared/trace/record.ts';
import { CertificateFailure } from './connector.ts';

/** What went on when the time ran out. `fresh` says that the connection was being made for this request. */
export function doing(timings: TraceTimings, fresh: boolean): string {
  if (timings.firstByte !== undefined) return 'the answer was being read';
  if (timings.sent !== undefined) return 'the server was working on the request';
  if (fresh && timings.connect === undefined) return 'the connection was being made';
  return fresh && timings.sent === undefined && timings.tls === undefined ? 'encryption was being agreed on' : 'the request was being sent';
}

/** System failures carry a code; undici wraps some of them. */
export function rawOf(thrown: unknown): Pick<RawFailure, 'code' | 'message' | 'certificate'> {
  if (thrown instanceof CertificateFailure) return { code: thrown.code, message: thrown.message, certificate: thrown.certificate };
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const own = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  if (own === undefined && thrown.cause instanceof Error) return rawOf(thrown.cause);
  return { code: own, message: thrown.message };
}
