import { z } from 'zod';
import { runEventTypes, type RunEvent } from '../engine/events.ts';
import { ExportContent } from '../trace/traceFile.ts';
import { RunHeader } from './runHeader.ts';
import { RunSummary } from './runSummary.ts';

/** What a follower of the history is told: runs that are new or changed, and runs that are gone. The first messages bring all, newest first. */
export const HistoryChange = z.object({ runs: z.array(RunSummary), removed: z.array(z.string()) });
export type HistoryChange = z.infer<typeof HistoryChange>;

/** How a run is exported: as a page to read, or as the lines it was recorded in. */
export const ReportFormat = z.enum(['html', 'jsonl']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** Whether an export of a run holds its requests, and in them what the mailbox holds or placeholders in its place. */
export const ReportRequests = z.enum(['none', ...ExportContent.options]);
export type ReportRequests = z.infer<typeof ReportRequests>;

/** What an export of a run is to be. */
export const ReportWish = z.object({ format: ReportFormat, requests: ReportRequests });
export type ReportWish = z.infer<typeof ReportWish>;

const known = new Set(runEventTypes);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/**
 * Whether a line of a run's file is an event this version can fold. The engine checked the event when it was made, and a run
 * can have hundreds of thousands, so only what tells one event from another is looked at: checking each in full takes
 * longer than everything else that opening a run does.
 */
export const isRunEvent = (value: unknown): value is RunEvent =>
  isObject(value) && typeof value.type === 'string' && known.has(value.type) && typeof value.seq === 'number' && typeof value.at === 'string' && typeof value.run === 'string';

/** A recorded run as it is read: its header and result first, then its events in order, many at a time. */
export const RunPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('header'), header: RunHeader, summary: RunSummary }),
  z.object({ kind: z.literal('events'), events: z.array(z.custom<RunEvent>(isRunEvent, 'no event of a run')) }),
]);
export type RunPart = z.infer<typeof RunPart>;
