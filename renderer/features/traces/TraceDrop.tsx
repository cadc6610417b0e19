import type { ReactElement, ReactNode } from 'react';
import { pathOfFile } from '../../api/client.ts';
import { useStores } from '../../stores/stores.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { openTraceFiles } from './openTraceFiles.ts';

/** Takes trace files, and folders of them, that are dropped on what it surrounds. */
export function TraceDrop({ children }: { readonly children: ReactNode }): ReactElement {
  const stores = useStores();
  // A file that a page made has no path.
  return <FileDrop text="Drop to open as trace files" onFiles={({ files }) => openTraceFiles(stores, [...files].map(pathOfFile).filter((path) => path !== ''))}>{children}</FileDrop>;
}
