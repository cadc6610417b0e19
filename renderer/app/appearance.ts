import type { Settings } from '../../shared/workspace/settings.ts';
import { colorSchemeAttribute } from './theme.ts';

type ColorMode = Settings['colorMode'];
/** The settings that the root element carries as attributes, for the styles of the theme. */
export type Appearance = Pick<Settings, 'colorMode' | 'density' | 'reduceMotion'>;

/** The color scheme for a mode; `system` asks what the system prefers. */
function schemeOf(mode: ColorMode, prefers: (query: string) => boolean): string {
  if (mode !== 'system') return mode;
  if (prefers('(prefers-contrast: more)')) return 'highContrast';
  return prefers('(prefers-color-scheme: dark)') ? 'dark' : 'light';
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'] as const;

/** Keeps the root element's color scheme, density and motion right: now, and whenever a setting or the system's preference changes. */
export function followAppearance(read: () => Appearance, subscribe: (onChange: () => void) => void): void {
  const root = document.documentElement;
  const apply = (): void => {
    const { colorMode, density, reduceMotion } = read();
    root.setAttribute(colorSchemeAttribute, schemeOf(colorMode, (query) => window.matchMedia(query).matches));
    root.dataset.density = density;
    root.dataset.motion = reduceMotion ? 'reduced' : 'system';
  };
  for (const query of queries) window.matchMedia(query).addEventListener('change', apply);
  subscribe(apply);
  apply();
}
