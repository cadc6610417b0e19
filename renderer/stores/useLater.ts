import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { OpenEditor } from './editorHistory.ts';

/**
 * What a store holds, for parts of the window that may follow a moment later: a change is drawn in slices between which keys and
 * clicks have their turn, and what is drawn meanwhile shows the state before. `select` decides what is read: another one is read
 * at once, so it has to stay the same while it reads the same.
 */
export function useLater<S, T>(store: StoreApi<S>, select: (state: S) => T): T {
  const [kept, keep] = useState(() => ({ select, value: select(store.getState()) }));
  useEffect(() => {
    const take = (): void => {
      const value = select(store.getState());
      startTransition(() => keep((before) => (before.select === select && Object.is(before.value, value) ? before : { select, value })));
    };
    // What changed between drawing and listening.
    take();
    return store.subscribe(take);
  }, [store, select]);
  return kept.select === select ? kept.value : select(store.getState());
}

/**
 * The runbook for a part of the window in which it is not being typed: with a text that is typed elsewhere it follows a moment
 * later, with everything else at once, so that what is done here, dropping a card for example, is seen where it was done.
 */
export function useFollowed(editor: OpenEditor | undefined): OpenEditor | undefined {
  const later = useDeferredValue(editor);
  return editor?.joining === undefined || later?.key !== editor.key ? editor : later;
}
