import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import type { TraceStore } from '../../runs/traceStore.ts';
import { relay, type Topic } from '../topic.ts';

/** Traces: summaries as they come, a whole pair on request. */
export function traceHandlers(parts: { readonly traces: TraceStore; readonly traced: Topic<TraceSummary> }): AppHandlers['traces'] {
  return {
    watch(_input, sink) {
      for (const summary of parts.traces.summaries()) sink.emit(summary);
      return relay(parts.traced, (summary) => sink.emit(summary), sink.signal);
    },
    read: ({ id }) => parts.traces.read(id),
    clear: () => parts.traces.clear(),
  };
}
