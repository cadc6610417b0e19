import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../shared/workspace/settings.ts';
import { windowStateIn, type WindowState } from './windowState.ts';

/** How the window is left is remembered here, in the user-data folder. */
const windowStateFile = (userData: string): string => join(userData, 'window.json');
/** The person's settings, in the user-data folder. */
export const settingsFileOf = (userData: string): string => join(userData, 'settings.json');

/** What the window needs before it is made. */
export interface FirstLook {
  readonly colorMode: Settings['colorMode'];
  /** In percent. */
  readonly textSize: number;
  readonly state: WindowState;
}

const colorModes: Readonly<Record<Settings['colorMode'], true>> = { system: true, light: true, dark: true, highContrast: true };
const isColorMode = (value: unknown): value is Settings['colorMode'] => typeof value === 'string' && Object.hasOwn(colorModes, value);

/**
 * Reads what the window looks like. Without the schemas, because loading them takes as long as making the window: what does not
 * look right is taken as the default, and `SettingsFile` reads the file properly, and says what is wrong with it, a moment later.
 */
export async function takeFirstLook(userData: string): Promise<FirstLook> {
  const [settings, state] = await Promise.all([readFacts(settingsFileOf(userData)), readFacts(windowStateFile(userData))]);
  const { colorMode, textSize } = settings;
  return {
    colorMode: isColorMode(colorMode) ? colorMode : 'system',
    textSize: typeof textSize === 'number' && textSize >= 80 && textSize <= 200 ? textSize : 100,
    state: windowStateIn(state),
  };
}

/** Remembers how the window is left: at once, because the app may end right after. */
export function keepWindowState(userData: string, state: WindowState): void {
  const file = windowStateFile(userData);
  writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function readFacts(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
