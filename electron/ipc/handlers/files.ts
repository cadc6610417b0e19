import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Desktop } from '../desktop.ts';

/** The system's file dialog. */
export function fileHandlers({ desktop }: { readonly desktop: Desktop }): AppHandlers['files'] {
  return { choose: async ({ title, several }) => [...(await desktop.chooseFiles(title, several))] };
}
