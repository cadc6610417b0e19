import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import { writeText } from '../../workspace/atomicWrite.ts';
import type { Desktop } from '../desktop.ts';

/** The system's file dialog. */
export function fileHandlers({ desktop }: { readonly desktop: Desktop }): AppHandlers['files'] {
  return {
    choose: async ({ title, several }) => [...(await desktop.chooseFiles(title, several))],
    async saveText({ title, name, text }) {
      const file = await desktop.chooseSaveFile(title, name);
      if (file === undefined) return { file: null };
      await writeText(file, text);
      return { file };
    },
  };
}
