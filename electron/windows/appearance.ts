import type { Settings } from '../../shared/workspace/settings.ts';

type ColorMode = Settings['colorMode'];

/** What Electron's native theme is set to: menus, title bar and scroll bars follow it. High contrast is a dark scheme here. */
export function nativeThemeFor(mode: ColorMode): 'system' | 'light' | 'dark' {
  return mode === 'highContrast' ? 'dark' : mode;
}

/** Color of the window before its page has painted: the page's own surface, so that nothing flashes. */
export function backgroundFor(mode: ColorMode, systemIsDark: boolean): string {
  if (mode === 'highContrast') return '#000000';
  return mode === 'dark' || (mode === 'system' && systemIsDark) ? '#1b2128' : '#ffffff';
}
