import type { ReactElement, ReactNode } from 'react';
import { pathOfFile } from '../api/client.ts';
import { openRecent } from '../commands/workspaceActions.ts';
import { useStores } from '../stores/stores.ts';
import { FileDrop } from '../ui/FileDrop.tsx';

/** The path of the first folder among what was dropped; undefined where there is none. */
function folderOf({ items }: DataTransfer): string | undefined {
  for (const item of items) {
    const file = item.webkitGetAsEntry()?.isDirectory === true ? item.getAsFile() : null;
    const path = file === null ? '' : pathOfFile(file);
    if (path !== '') return path;
  }
  return undefined;
}

/** Opens a folder that is dropped on the window as a workspace. */
export function WorkspaceDrop({ children }: { readonly children: ReactNode }): ReactElement {
  const stores = useStores();
  const open = (dropped: DataTransfer): void => {
    const folder = folderOf(dropped);
    if (folder === undefined) stores.app.getState().notify('No workspace was opened: a workspace is a folder. Trace files are dropped on the traces.');
    else openRecent(stores, folder);
  };
  return <FileDrop text="Drop a folder to open it as a workspace" onFiles={open}>{children}</FileDrop>;
}
