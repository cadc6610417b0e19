import { authenticationOf, type Connection } from '../../shared/connections/connection.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Credentials, TokenSource } from '../exchange/tokenSource.ts';
import { secretVariable } from '../secrets/secretVariable.ts';
import type { JobContext } from './jobContext.ts';
import type { ConnectionJob } from './jobs.ts';
import { tokenSource } from './tokens.ts';

type Asked = Pick<JobContext, 'out' | 'secret' | 'token'>;

/** Where a job's tokens come from; the requests of the sign-in are traced with those of the job. */
export function jobTokens({ kind, key }: ConnectionJob, { out, token }: Asked): TokenSource {
  return tokenSource({
    ask: (wish, told) => token({ ...wish, connection: key }, told),
    told: (_labels, note) => ('trace' in note ? out.trace(note.trace) : undefined),
    // A test shows the configuration that it tests.
    actions: kind === 'check' ? [] : [{ kind: 'openConnection', connection: key, field: 'signInMethod' }],
  });
}

/** What a job signs in with. Rejects with AppError `secret.missing`, or that of the vault. */
export async function jobCredentials(job: ConnectionJob, context: Asked): Promise<Credentials> {
  const { key, connection }: { readonly key: string; readonly connection: Connection } = job;
  const credentials = authenticationOf(connection) === 'oauth' ? jobTokens(job, context) : await context.secret(key);
  if (credentials !== undefined) return credentials;
  throw new AppError('secret.missing', { connection: connection.name, variable: secretVariable(key) }, { actions: [{ kind: 'openConnection', connection: key, field: 'password' }] });
}
