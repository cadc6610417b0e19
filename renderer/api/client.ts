import type { AppApi } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; see `electron/preload.ts`. */
    readonly api: AppApi;
    /** Put there by the preload script as well: only it can tell. */
    readonly pathOfFile: (file: File) => string;
  }
}

/** The way to the main process. Every answer is a result; nothing here throws for an expected failure. */
export const client = (): AppApi => window.api;

/** Where a file or folder that was dropped on the window lies; the empty text for a file that a page made. */
export const pathOfFile = (file: File): string => window.pathOfFile(file);
