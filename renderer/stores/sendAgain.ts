import type { TraceRecord } from '../../shared/trace/record.ts';
import { whyNotSentAgain } from '../../shared/trace/sendAgain.ts';
import type { Stores } from './stores.ts';

/** Why a request of this session cannot be sent again now, or undefined. */
export function whyNotNow({ traces, connections, workspace }: Pick<Stores, 'traces' | 'connections' | 'workspace'>, record: TraceRecord): string | undefined {
  if (traces.getState().sending !== undefined) return 'A request is being sent.';
  const configurations = connections.getState().entries.filter(({ problem }) => problem === undefined);
  return whyNotSentAgain(record, { workspace: workspace.getState().view?.id, configurations });
}
