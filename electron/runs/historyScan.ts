import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SummaryFold, type RunSummary } from '../../shared/history/runSummary.ts';
import type { RunHeader } from '../../shared/history/runHeader.ts';
import { eventsIn, hasEnd, linesOf, readHeader, traceBytesOf } from './historyFiles.ts';
import { processLives } from './processLives.ts';
import { heartbeatMilliseconds } from './runRecorder.ts';

/** A run's file with what the list shows of it. */
export interface HistoryEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes of its requests, in a file of their own. */
  readonly traces: number;
  readonly summary: RunSummary;
}

/** Whether a run without an end can still get one: its process lives, and has touched the file lately. */
function goesOn(header: RunHeader, touchedAt: number, now: number): boolean {
  if (now - touchedAt > 3 * heartbeatMilliseconds) return false;
  return processLives(header.process);
}

/** The summary of a run's file, or undefined for a file that is none. A run that goes on is not read beyond its header. Rejects with the system's error. */
export async function scanRun(folder: string, name: string): Promise<HistoryEntry | undefined> {
  const file = join(folder, name);
  const { size, mtimeMs } = await stat(file);
  const traces = await traceBytesOf(file);
  const header = await readHeader(file);
  if (header === undefined) return undefined;
  const fold = new SummaryFold(header);
  if (!(await hasEnd(file)) && goesOn(header, mtimeMs, Date.now())) return { name, size, traces, summary: fold.summary('running') };
  for await (const lines of linesOf(file)) for (const event of eventsIn(lines)) fold.add(event);
  return { name, size, traces, summary: fold.summary('interrupted') };
}
