import { setImmediate } from 'node:timers/promises';
import { errorData, AppError } from '../../shared/errors/appError.ts';
import type { TraceStore } from '../runs/traceStore.ts';
import { exportTraces } from './exportTraces.ts';
import type { TraceSource } from './traceSource.ts';

/** After so many characters other work of this process gets its turn. */
const pauseAfter = 2_000_000;

function unlessAborted(signal: AbortSignal): void {
  if (signal.aborted) throw AppError.from(errorData('app.cancelled'));
}

/** The traces of this session, which main keeps in memory. */
export function sessionTraces(store: TraceStore): TraceSource {
  return {
    read: (id) => Promise.resolve().then(() => store.read(id)),
    async search(text, signal, tell) {
      const needle = text.toLowerCase();
      const records = store.records();
      let found: string[] = [];
      let characters = 0;
      for (const [index, { id, request, response }] of records.entries()) {
        unlessAborted(signal);
        const holds = [request, response].some((half) => half !== undefined && (half.body.toLowerCase().includes(needle) || half.headers.some((header) => header.join(': ').toLowerCase().includes(needle))));
        if (holds) found.push(id);
        characters += request.body.length + (response?.body.length ?? 0);
        if (characters < pauseAfter) continue;
        characters = 0;
        tell({ found, done: index + 1, total: records.length });
        found = [];
        await setImmediate();
      }
      tell({ found, done: records.length, total: records.length });
    },
    async export({ ids, path, content }, signal, tell) {
      const wanted = ids === undefined ? undefined : new Set(ids);
      const records = store.records().filter(({ id }) => wanted?.has(id) ?? true);
      const progress = (done: number): void => tell({ type: 'progress', done, total: records.length });
      tell({ type: 'written', path, pairs: await exportTraces(records, { path, content, signal, progress }) });
    },
  };
}
