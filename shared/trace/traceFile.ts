import { z } from 'zod';
import { TraceSummary } from './record.ts';

/** What reading trace files tells, in this order: it is open, then pairs and progress as they are found, then that all is read. */
export const TraceFileEvent = z.discriminatedUnion('type', [
  /** `file` names it to the other trace channels until the stream is cancelled. `bytes` is the size of all files together. */
  z.object({ type: z.literal('opened'), file: z.string(), name: z.string(), bytes: z.number() }),
  z.object({ type: z.literal('pairs'), summaries: z.array(TraceSummary) }),
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('read'), pairs: z.number() }),
]);
export type TraceFileEvent = z.infer<typeof TraceFileEvent>;

/** What searching the messages of all pairs tells: ids of those that hold the text, and how far it is. */
export const TraceSearchEvent = z.object({ found: z.array(z.string()), done: z.number(), total: z.number() });
export type TraceSearchEvent = z.infer<typeof TraceSearchEvent>;

/** Whether an export holds what the mailbox holds, or placeholders in its place. */
export const ExportContent = z.enum(['placeholders', 'content']);
export type ExportContent = z.infer<typeof ExportContent>;

/** How far an export is, and in the end where it was written. A person who cancels the file dialog ends the stream without an event. */
export const TraceExportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('written'), path: z.string(), pairs: z.number() }),
]);
export type TraceExportEvent = z.infer<typeof TraceExportEvent>;
