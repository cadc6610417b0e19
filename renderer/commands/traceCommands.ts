import type { TraceRecord } from '../../shared/trace/record.ts';
import { whyNotNow } from '../stores/sendAgain.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBindings } from './commandBindings.ts';

/** Traces of files, and what can be done with the request that is chosen in the traces of this session. */
export function traceCommands(stores: Pick<Stores, 'traces' | 'traceFiles' | 'connections' | 'workspace' | 'layout'>): CommandBindings {
  const { traces, traceFiles, layout } = stores;
  const open = async (what: 'files' | 'folders'): Promise<void> => {
    const key = await traceFiles.getState().choose(what);
    if (key !== undefined) layout.getState().openTab({ kind: 'traceFile', key });
  };
  const chosen = (): TraceRecord | undefined => {
    const { record } = traces.getState();
    return record === undefined || whyNotNow(stores, record) !== undefined ? undefined : record;
  };
  return {
    'file.openTraces': { run: () => void open('files'), enabled: () => true },
    'file.openTraceFolder': { run: () => void open('folders'), enabled: () => true },
    'tools.sendAgain': {
      run() {
        const record = chosen();
        if (record === undefined) return;
        layout.getState().showBottom('traces');
        void traces.getState().sendAgain(record);
      },
      enabled: () => chosen() !== undefined,
      why: 'Choose a request in the traces that only reads, and that was made with a configuration of this workspace.',
    },
  };
}
