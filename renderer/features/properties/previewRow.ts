import { useCallback, useMemo, useState } from 'react';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { LastData } from '../../stores/lastData.ts';
import { useStores } from '../../stores/stores.ts';
import { useTestData } from '../../stores/useTestData.ts';

/** The row of the last test whose values are shown, and how to show another one. */
export interface PreviewRow {
  readonly data: LastData;
  readonly count: number;
  readonly index: number;
  show(index: number): void;
}

/** The row for previews: the execution that the console shows, where the activity ran; else a row of the nearest activity before it. */
export function usePreviewRow(key: string, document: Runbook, activity: string): PreviewRow {
  const { runs } = useStores();
  const [before, setBefore] = useState(0);
  const { data, count, index, executions } = useTestData(key, document, activity, before);
  const show = useCallback(
    (at: number): void => {
      if (executions.length > 0) runs.getState().selectExecution(key, executions[at]);
      else setBefore(at);
    },
    [runs, key, executions],
  );
  return useMemo(() => ({ data, count, index, show }), [data, count, index, show]);
}
