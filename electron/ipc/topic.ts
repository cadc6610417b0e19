/** Something that several listeners follow. */
export interface Topic<T> {
  publish(value: T): void;
  /** Answers how to stop listening. */
  subscribe(listener: (value: T) => void): () => void;
}

export function createTopic<T>(): Topic<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    publish: (value) => {
      for (const listener of listeners) listener(value);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Relays a topic to a listener until the signal aborts. */
export function relay<T>(topic: Topic<T>, listener: (value: T) => void, signal: AbortSignal): Promise<void> {
  const unsubscribe = topic.subscribe(listener);
  return aborted(signal).then(unsubscribe);
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
