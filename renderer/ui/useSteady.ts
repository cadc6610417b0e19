import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component is shown, which does what the last drawing said: what is given it need not be drawn anew. Not to be called while drawing. */
export function useSteady<A extends readonly unknown[], R>(work: (...given: A) => R): (...given: A) => R {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
