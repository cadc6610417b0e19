/** Where the built parts are; the entries know, because they stand beside them. */
export interface AppFiles {
  readonly preload: string;
  readonly page: string;
  readonly runWorker: string;
  readonly demoWorker: string;
  readonly traceFileWorker: string;
}
