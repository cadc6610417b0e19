import { activities } from '../../shared/activities/registry.ts';
import { authenticationOf } from '../../shared/connections/connection.ts';
import { matchesOf } from '../../shared/engine/matches.ts';
import { AppError } from '../../shared/errors/appError.ts';
import { openSession } from '../exchange/session.ts';
import { secretVariable } from '../secrets/secretVariable.ts';
import type { JobContext } from './jobContext.ts';
import type { BrowseJob } from './jobs.ts';
import { tokenSource } from './tokens.ts';

/** Looks into a mailbox and reports what it finds, page by page. */
export async function browseJob({ key, connection, request, userAgent }: BrowseJob, { out, signal, secret, token }: JobContext): Promise<void> {
  const isOnline = authenticationOf(connection) === 'oauth';
  const tokens = tokenSource({
    ask: (wish, told) => token({ ...wish, connection: key }, told),
    told: (_labels, note) => ('trace' in note ? out.trace(note.trace) : undefined),
    actions: [{ kind: 'openConnection', connection: key, field: 'signInMethod' }],
  });
  const credentials = isOnline ? tokens : await secret(key);
  if (credentials === undefined)
    throw new AppError('secret.missing', { connection: connection.name, variable: secretVariable(key) }, { actions: [{ kind: 'openConnection', connection: key, field: 'password' }] });
  const session = openSession(connection, credentials, { userAgent, onTrace: out.trace });
  try {
    if (request.kind === 'folders') {
      for await (const folders of session.browser({}).folders(signal)) out.found({ type: 'folders', folders: [...folders] });
    } else if (request.kind === 'items') {
      const { items, next } = await session.browser({}).items(request, signal);
      out.found({ type: 'items', items: [...items], ...(next === undefined ? {} : { next }) });
    } else {
      for await (const found of matchesOf(request.activity, connection, activities, session.mailbox({}), signal)) out.found(found);
    }
  } finally {
    await session.close();
  }
}
