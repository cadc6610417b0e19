import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Size of an element in CSS pixels; undefined until it is known. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** Follows the size of an element: `const [ref, size] = useElementSize()`. What follows from a new size is on the screen together with it, not a frame later. */
export function useElementSize(): readonly [(element: HTMLElement | null) => void, ElementSize | undefined] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<ElementSize | undefined>(undefined);
  useEffect(() => {
    if (element === null) return undefined;
    let known = false;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const next = { width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) };
      if (known) flushSync(() => setSize(next));
      else setSize(next);
      known = true;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}
