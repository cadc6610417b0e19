import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { useStores } from '../../stores/stores.ts';
import { againReasons } from '../../../shared/trace/sendAgain.ts';
import { TraceDrop } from './TraceDrop.tsx';
import { TraceViewer } from './TraceViewer.tsx';

/** Trace files do not say which activity made a request. */
const withoutName = ({ connection }: TraceSummary): string => connection;

/** Trace files that are open in a tab. */
export function TraceFileView({ fileKey }: { readonly fileKey: string }): ReactElement | null {
  const open = useStore(useStores().traceFiles, (state) => state.open[fileKey]);
  if (open === undefined) return null;
  return (
    <TraceDrop>
      <TraceViewer traces={open.traces} nameOf={withoutName} notSentAgain={againReasons.file} />
    </TraceDrop>
  );
}
