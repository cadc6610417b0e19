import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import { writeBytes, writeText } from '../../workspace/atomicWrite.ts';
import type { Desktop } from '../desktop.ts';

/** The system's file dialog. */
export function fileHandlers({ desktop }: { readonly desktop: Desktop }): AppHandlers['files'] {
  return {
    choose: async ({ title, several, folders }) => [...(await desktop.chooseFiles(title, several, folders))],
    async saveText({ title, name, text, base64 = false }) {
      const file = await desktop.chooseSaveFile(title, name);
      if (file === undefined) return { file: null };
      if (base64) await writeBytes(file, Buffer.from(text, 'base64'));
      else await writeText(file, text);
      return { file };
    },
  };
}
