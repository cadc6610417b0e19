import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';

/** A layout that is being computed beside the screen. */
export interface Layout {
  readonly done: Promise<ElkNode>;
  /** Gives it up; `done` then never settles. */
  cancel(): void;
}

/** Computes the places of a graph's nodes in a worker of its own, which ends with it. */
export function computeLayout(graph: ElkNode): Layout {
  const worker = new ElkWorker();
  const elk = new ELK({ workerFactory: () => worker });
  const done = elk.layout(graph).finally(() => worker.terminate());
  return { done, cancel: () => worker.terminate() };
}
