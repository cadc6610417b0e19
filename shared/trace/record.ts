import { z } from 'zod';
import { AppErrorData } from '../errors/appError.ts';

/** Milliseconds from the start of the request to the end of each phase; a phase that did not happen (connection reused) is absent. */
export const TraceTimings = z.object({
  dns: z.number().optional(),
  connect: z.number().optional(),
  tls: z.number().optional(),
  sent: z.number().optional(),
  firstByte: z.number().optional(),
  done: z.number().optional(),
});
export type TraceTimings = z.infer<typeof TraceTimings>;

/** One half of a pair. Header values and bodies are masked where they were captured; `bytes` is the unmasked size. */
export const TraceMessage = z.object({ headers: z.array(z.tuple([z.string(), z.string()])), body: z.string(), bytes: z.number() });
export type TraceMessage = z.infer<typeof TraceMessage>;

/** What a pair amounts to. A 200 whose response class is Error is an error. */
export const TraceResult = z.object({ class: z.enum(['success', 'warning', 'error', 'throttled', 'none']), code: z.string(), text: z.string().optional() });
export type TraceResult = z.infer<typeof TraceResult>;

/** A request with its response, without the documents: what the list shows. */
export const TraceSummary = z.object({
  id: z.string(),
  kind: z.enum(['ews', 'autodiscover', 'oauth']),
  /** The run and execution it belongs to, where it does. */
  run: z.string().optional(),
  execution: z.string().optional(),
  activity: z.string().optional(),
  /** The request that was sent again with this one. */
  again: z.string().optional(),
  connection: z.string(),
  /** Ids of that connection and of its workspace: the name may mean another one meanwhile. Absent where it is not saved, or was read from a file. */
  configuration: z.string().optional(),
  workspace: z.string().optional(),
  /** What it was for, where it belongs to no run. */
  purpose: z.enum(['check', 'browse']).optional(),
  /** The user it acted as, where that is not the account that signed in. */
  impersonated: z.string().optional(),
  operation: z.string(),
  method: z.string(),
  url: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  status: z.number().optional(),
  result: TraceResult,
  /** Attempt of the same request, from 1. */
  attempt: z.number(),
  requestId: z.string(),
  requestBytes: z.number(),
  responseBytes: z.number(),
});
export type TraceSummary = z.infer<typeof TraceSummary>;

/** The whole pair. */
export const TraceRecord = TraceSummary.extend({
  timings: TraceTimings,
  /** The answers before this one that belong to signing in, in words; the request was not processed in them. */
  signIn: z.array(z.string()).optional(),
  request: TraceMessage,
  response: TraceMessage.optional(),
  error: AppErrorData.optional(),
});
export type TraceRecord = z.infer<typeof TraceRecord>;

/** The summary of a pair. */
export function summaryOf(record: TraceRecord): TraceSummary {
  return TraceSummary.strip().parse(record);
}
