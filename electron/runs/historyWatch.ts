import { watch, type FSWatcher } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { heartbeatMilliseconds } from './runRecorder.ts';

/** A run that begins or ends touches the folder several times; what comes within this many milliseconds counts once. */
const quietMilliseconds = 300;

/**
 * Calls back when runs may have come, ended or gone, whichever process they belong to: when files appear or disappear, when the index
 * grows, and now and then, because a process that was killed says nothing. A folder that cannot be watched is only looked at now and then.
 */
export function watchHistory(folder: string, changed: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function touched(kind: string, name: string | null): void {
    // A run that goes on writes to its file all the time; that alone is no news.
    if (kind !== 'rename' && name !== 'index.jsonl') return;
    clearTimeout(timer);
    timer = setTimeout(changed, quietMilliseconds);
  }

  async function begin(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (stopped) return;
    watcher = watch(folder, { persistent: false }, touched);
    watcher.on('error', () => watcher?.close());
    changed();
  }

  const now = setInterval(changed, heartbeatMilliseconds);
  now.unref();
  begin().catch(() => undefined);
  return () => {
    stopped = true;
    clearInterval(now);
    clearTimeout(timer);
    watcher?.close();
  };
}
