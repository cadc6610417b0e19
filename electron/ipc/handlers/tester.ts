import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import { readTesterMarks, saveTesterMarks } from '../../workspace/testerFile.ts';

/** Breakpoints and pinned results of the open workspace. `testerFile` throws AppError `workspace.notOpen`. */
export function testerHandlers({ testerFile }: { readonly testerFile: () => string }): AppHandlers['tester'] {
  return {
    read: () => readTesterMarks(testerFile()),
    save: ({ key, marks }) => saveTesterMarks(testerFile(), key, marks),
  };
}
