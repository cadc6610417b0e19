import { appendFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { emptyRunView, foldRunEvent } from '../../shared/engine/runView.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { ReportRequests, ReportWish, RunPart } from '../../shared/history/historyEvents.ts';
import { htmlReport } from '../../shared/history/htmlReport.ts';
import { mostRequests, type ReportedRequests } from '../../shared/history/htmlRequests.ts';
import { exportedRecord } from '../../shared/trace/exportPair.ts';
import { Placeholders } from '../../shared/trace/placeholders.ts';
import { TraceRecord } from '../../shared/trace/record.ts';
import { writeText } from '../workspace/atomicWrite.ts';
import { systemProblem } from '../workspace/systemProblem.ts';
import type { History } from './history.ts';
import { linesOf, lineValue } from './historyFiles.ts';

/** The requests that are kept with a run, as they are exported: secrets were masked when they were recorded. */
async function* requestsOf(history: History, run: string, content: ReportRequests): AsyncGenerator<TraceRecord, void> {
  const file = history.traceFileOf(run);
  const isKept = await stat(file).then(() => true, () => false);
  if (content === 'none' || !isKept) return;
  const placeholders = content === 'placeholders' ? new Placeholders() : undefined;
  for await (const lines of linesOf(file)) {
    for (const line of lines) {
      // What a later version wrote, and a torn line, are passed over as in events.
      const record = TraceRecord.safeParse(line === '' ? undefined : lineValue(line));
      if (record.success) yield exportedRecord(record.data, placeholders);
      // Placeholders take a while for a large answer; the windows have their turn in between.
      await turn();
    }
  }
}

/** Copies the lines of a run, and adds one for each of its requests. */
async function exportLines(history: History, run: string, requests: ReportRequests, target: string): Promise<void> {
  const unfinished = `${target}.part`;
  await history.copyTo(run, unfinished);
  try {
    for await (const record of requestsOf(history, run, requests)) await appendFile(unfinished, `${JSON.stringify({ type: 'request', ...record })}\n`);
    await rename(unfinished, target);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown instanceof AppError ? thrown : new AppError('file.unwritable', { file: basename(target), problem: systemProblem(thrown) });
  }
}

async function reportedRequests(history: History, run: string, content: ReportRequests): Promise<ReportedRequests | undefined> {
  if (content === 'none') return undefined;
  const records: TraceRecord[] = [];
  let made = 0;
  for await (const record of requestsOf(history, run, content)) {
    made += 1;
    if (made <= mostRequests) records.push(record);
  }
  return { records, made };
}

/**
 * Writes a run to a file of the person's choice: as a page to read, or as the lines it was recorded in; with its requests where they are wanted. Throws
 * AppError `history.notFound` or `file.unwritable`.
 */
export async function exportRun(history: History, run: string, { format, requests }: ReportWish, target: string): Promise<void> {
  if (format === 'jsonl') return exportLines(history, run, requests, target);
  const parts: RunPart[] = [];
  await history.open(run, { emit: (part) => void parts.push(part), signal: new AbortController().signal });
  const [first] = parts;
  if (first?.kind !== 'header') return;
  let view = emptyRunView;
  for (const part of parts) {
    if (part.kind === 'events') for (const event of part.events) view = foldRunEvent(view, event);
    // A long run has many parts; the windows have their turn in between.
    await turn();
  }
  await writeText(target, htmlReport(first.header, first.summary, view, await reportedRequests(history, run, requests)));
}
