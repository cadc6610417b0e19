/** A run's file as retention sees it. Time in milliseconds since 1970, size in bytes. */
export interface KeptFile {
  readonly name: string;
  readonly startedAt: number;
  readonly size: number;
  /** The run goes on; its file stays whatever its age and size. */
  readonly going: boolean;
}

/** How long runs are kept, and how much room they may take together. */
export interface Retention {
  readonly days: number;
  readonly megabytes: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The files to delete, oldest first: those beyond the age, then as many as bring the rest down to the size. */
export function expired(files: readonly KeptFile[], { days, megabytes }: Retention, now: number): string[] {
  const oldestFirst = files.filter(({ going }) => !going).toSorted((a, b) => a.startedAt - b.startedAt);
  let size = files.reduce((sum, file) => sum + file.size, 0);
  const gone: string[] = [];
  for (const file of oldestFirst) {
    if (file.startedAt >= now - days * dayMs && size <= megabytes * 1024 * 1024) continue;
    size -= file.size;
    gone.push(file.name);
  }
  return gone;
}
