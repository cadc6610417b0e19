import type { Settings } from '../../shared/workspace/settings.ts';
import { colorSchemeAttribute } from './theme.ts';

type ColorMode = Settings['colorMode'];

/** The color scheme for a mode; `system` asks what the system prefers. */
function schemeOf(mode: ColorMode, prefers: (query: string) => boolean): string {
  if (mode !== 'system') return mode;
  if (prefers('(prefers-contrast: more)')) return 'highContrast';
  return prefers('(prefers-color-scheme: dark)') ? 'dark' : 'light';
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'] as const;

/** Keeps the root element's color scheme right: for the mode now, and whenever the mode or the system's preference changes. */
export function followColorMode(read: () => ColorMode, subscribe: (onChange: () => void) => void): void {
  const apply = (): void => {
    const scheme = schemeOf(read(), (query) => window.matchMedia(query).matches);
    document.documentElement.setAttribute(colorSchemeAttribute, scheme);
  };
  for (const query of queries) window.matchMedia(query).addEventListener('change', apply);
  subscribe(apply);
  apply();
}
