import { useSyncExternalStore } from 'react';

type Density = 'compact' | 'comfortable';

const density = (): Density => (document.documentElement.dataset.density === 'comfortable' ? 'comfortable' : 'compact');

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}

/** The setting Density, which the root element carries, for what cannot be said in styles. */
export const useDensity = (): Density => useSyncExternalStore(subscribe, density);
