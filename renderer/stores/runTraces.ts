import { createContext, useContext, useMemo } from 'react';
import { useStores } from './stores.ts';
import type { TracesStore } from './traces.ts';

/** The requests of the run that is shown, and the way to one of them. */
export interface RunTraces {
  readonly store: TracesStore;
  /** Shows a request. */
  open(id: string): void;
}

/** Around what shows a recorded run; elsewhere the requests of this session are meant. */
export const RunTracesContext = createContext<RunTraces | undefined>(undefined);

/** The requests of the run that is shown here: those kept with a recorded run, else those of this session in the trace panel. */
export function useRunTraces(): RunTraces {
  const kept = useContext(RunTracesContext);
  const { traces, layout } = useStores();
  const session = useMemo(
    (): RunTraces => ({
      store: traces,
      open(id) {
        layout.getState().showBottom('traces');
        void traces.getState().select(id);
      },
    }),
    [traces, layout],
  );
  return kept ?? session;
}
