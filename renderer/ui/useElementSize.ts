import { useEffect, useState } from 'react';

/** Size of an element in CSS pixels; undefined until it is known. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** Follows the size of an element: `const [ref, size] = useElementSize()`. */
export function useElementSize(): readonly [(element: HTMLElement | null) => void, ElementSize | undefined] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<ElementSize | undefined>(undefined);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}
