import type { AppApi } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; see `electron/preload.ts`. */
    readonly api: AppApi;
  }
}

/** The way to the main process. Every answer is a result; nothing here throws for an expected failure. */
export const client = (): AppApi => window.api;
