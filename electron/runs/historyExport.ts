import { setImmediate as turn } from 'node:timers/promises';
import { emptyRunView, foldRunEvent } from '../../shared/engine/runView.ts';
import type { ReportFormat, RunPart } from '../../shared/history/historyEvents.ts';
import { htmlReport } from '../../shared/history/htmlReport.ts';
import { writeText } from '../workspace/atomicWrite.ts';
import type { History } from './history.ts';

/** Writes a run to a file of the person's choice: as a page to read, or as the lines it was recorded in. Throws AppError `history.notFound` or `file.unwritable`. */
export async function exportRun(history: History, run: string, format: ReportFormat, target: string): Promise<void> {
  if (format === 'jsonl') return history.copyTo(run, target);
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
  await writeText(target, htmlReport(first.header, first.summary, view));
}
