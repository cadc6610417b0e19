import { useEffect, useMemo, useState } from 'react';
import { formatBody, type FormattedBody } from './formatBody.ts';

/** A document larger than this, in characters, is formatted in a worker, because it would hold the window up. */
export const largeDocument = 300_000;

interface Formatted {
  readonly of: string;
  readonly body: FormattedBody;
}

/** The document formatted; undefined while a large one is being worked on. */
export function useFormatted(body: string): FormattedBody | undefined {
  const small = useMemo(() => (body.length <= largeDocument ? formatBody(body) : undefined), [body]);
  const [large, setLarge] = useState<Formatted | undefined>(undefined);
  useEffect(() => {
    if (small !== undefined) return undefined;
    const worker = new Worker(new URL('formatWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FormattedBody>) => setLarge({ of: body, body: data }));
    worker.postMessage(body);
    return () => worker.terminate();
  }, [body, small]);
  return small ?? (large?.of === body ? large.body : undefined);
}
