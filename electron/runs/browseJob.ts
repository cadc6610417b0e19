import { activities } from '../../shared/activities/registry.ts';
import { matchesOf } from '../../shared/engine/matches.ts';
import { openSession } from '../exchange/session.ts';
import { jobCredentials } from './jobCredentials.ts';
import type { JobContext } from './jobContext.ts';
import type { BrowseJob } from './jobs.ts';

/** Looks into a mailbox and reports what it finds, page by page. */
export async function browseJob(job: BrowseJob, context: JobContext): Promise<void> {
  const { connection, request, userAgent } = job;
  const { out, signal } = context;
  const session = openSession(connection, await jobCredentials(job, context), { userAgent, onTrace: out.trace });
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
