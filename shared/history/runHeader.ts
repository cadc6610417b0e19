import { z } from 'zod';
import { StartedBy } from '../engine/events.ts';
import { Runbook } from '../runbook/runbook.ts';

/** The version of a run's file that this app writes; files of a higher one are left alone. */
export const historyFormatVersion = 1;

/** A connection that a run works on; `demo` when it is the demo mailbox of the app. */
export const RunConnection = z.object({ key: z.string(), name: z.string(), demo: z.boolean() });
export type RunConnection = z.infer<typeof RunConnection>;

/** The workspace that a run's runbook belongs to; every demo workspace counts as the same one. */
export const RunWorkspace = z.object({ id: z.string(), name: z.string(), demo: z.boolean() });
export type RunWorkspace = z.infer<typeof RunWorkspace>;

/**
 * The first line of a run's file: everything that has to be known to show the run without its workspace. It holds
 * the runbook as it was; connections by name only, never with an address of a server, and never a secret.
 */
export const RunHeader = z.object({
  type: z.literal('header'),
  formatVersion: z.number().int(),
  run: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** The key of the runbook in its workspace; empty for a file from elsewhere. */
  key: z.string(),
  workspace: RunWorkspace,
  document: Runbook,
  /** The runbooks that it could invoke, as they were, by key; one whose path is put together when it runs is left out. */
  invoked: z.record(z.string(), Runbook).optional(),
  connections: z.array(RunConnection),
  startedBy: StartedBy,
  /** Version of the app, and the process that wrote the file: a run whose process is gone without an end was interrupted. */
  app: z.string(),
  process: z.number().int(),
});
export type RunHeader = z.infer<typeof RunHeader>;
