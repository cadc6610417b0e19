import type { ReactElement } from 'react';
import { RunConsole } from '../features/console/RunConsole.tsx';
import { RunCanvas } from '../features/designer/RunCanvas.tsx';
import { PastRunPage } from '../features/history/PastRunPage.tsx';
import { RunTracesView } from '../features/traces/RunTracesView.tsx';

/** A recorded run with the canvas, the console and the traces, which belong to other features. */
export function PastRun({ run }: { readonly run: string }): ReactElement {
  return (
    <PastRunPage
      run={run}
      canvas={(slot) => <RunCanvas {...slot} />}
      console={(slot) => <RunConsole {...slot} active={false} onStop={() => undefined} />}
      traces={(slot) => <RunTracesView {...slot} />}
    />
  );
}
