import { useMemo } from 'react';
import { useStore } from 'zustand';
import { outermostOf } from '../../shared/engine/executionPath.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { sameData, testData, type TestData } from './lastData.ts';
import type { RunsState } from './runs.ts';
import { useStores } from './stores.ts';

/** Selects the values for an activity, and answers the same object for as long as nothing about them changes. */
function selector(key: string, document: Runbook, activity: string, index: number): (state: RunsState) => TestData {
  let last: TestData | undefined;
  let seen: readonly unknown[] = [];
  return ({ runs, executions }) => {
    const [view, path] = [runs[key]?.view, executions[key]];
    const shown = path === undefined ? undefined : outermostOf(path);
    if (last !== undefined && seen[0] === view && seen[1] === shown) return last;
    seen = [view, shown];
    const next = testData(document, activity, view, shown, index);
    const same = last !== undefined && last.count === next.count && last.index === next.index && sameData(last.data, next.data);
    last = same && last !== undefined ? last : next;
    return last;
  };
}

/** The values of the last test for an activity; the same object for as long as nothing about them changes, however much a run streams. */
export function useTestData(key: string, document: Runbook, activity: string, index: number): TestData {
  const select = useMemo(() => selector(key, document, activity, index), [key, document, activity, index]);
  return useStore(useStores().runs, select);
}
