import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import { exportedPair } from '../../shared/trace/exportPair.ts';
import { Placeholders } from '../../shared/trace/placeholders.ts';
import type { TraceRecord } from '../../shared/trace/record.ts';
import type { ExportContent } from '../../shared/trace/traceFile.ts';
import { systemCode, systemProblem } from '../workspace/systemProblem.ts';

/** What is exported and to where. */
export interface TraceExport {
  readonly path: string;
  readonly content: ExportContent;
  readonly signal: AbortSignal;
  /** Told the number of pairs that are written. */
  progress(done: number): void;
}

/**
 * Writes pairs in the format of SOAPe; answers how many. The file appears when it is complete: one that is cancelled or
 * fails leaves what was there before. Throws AppError `file.unwritable`.
 */
export async function exportTraces(records: AsyncIterable<TraceRecord> | Iterable<TraceRecord>, { path, content, signal, progress }: TraceExport): Promise<number> {
  const placeholders = content === 'placeholders' ? new Placeholders() : undefined;
  const unfinished = `${path}.part`;
  let done = 0;
  try {
    // Traces hold the contents of mail: for their owner only.
    const file = await open(unfinished, 'w', 0o600);
    try {
      for await (const record of records) {
        signal.throwIfAborted();
        await file.write(exportedPair(record, placeholders));
        done += 1;
        progress(done);
      }
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return done;
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw systemCode(thrown) === '' || thrown instanceof AppError ? thrown : new AppError('file.unwritable', { file: basename(path), problem: systemProblem(thrown) });
  }
}
