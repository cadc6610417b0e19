import type { Stores } from '../../stores/stores.ts';

/** Opens trace files, and folders of them, in a tab of their own. */
export function openTraceFiles({ traceFiles, layout }: Pick<Stores, 'traceFiles' | 'layout'>, paths: readonly string[]): void {
  if (paths.length > 0) layout.getState().openTab({ kind: 'traceFile', key: traceFiles.getState().openPaths(paths) });
}
