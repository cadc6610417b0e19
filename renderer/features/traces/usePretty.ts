import { useEffect, useMemo, useState } from 'react';
import { prettyBody } from '../../../shared/trace/prettyBody.ts';

/** A document larger than this, in characters, is indented in a worker, because it would hold the window up. */
const largeDocument = 300_000;

interface Formatted {
  readonly of: string;
  readonly text: string;
}

/** The document indented; undefined while a large one is being worked on. */
export function usePretty(body: string): string | undefined {
  const small = useMemo(() => (body.length <= largeDocument ? prettyBody(body) : undefined), [body]);
  const [large, setLarge] = useState<Formatted | undefined>(undefined);
  useEffect(() => {
    if (small !== undefined) return undefined;
    const worker = new Worker(new URL('formatWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => setLarge({ of: body, text: data }));
    worker.postMessage(body);
    return () => worker.terminate();
  }, [body, small]);
  return small ?? (large?.of === body ? large.text : undefined);
}
