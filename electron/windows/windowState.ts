import { z } from 'zod';
import { locked, writeText } from '../workspace/atomicWrite.ts';
import { readText } from '../workspace/textFile.ts';

/** Smallest supported window (ux 3), in device-independent pixels. */
export const smallestWindow = { width: 1024, height: 640 };

const WindowState = z.object({
  at: z.object({ x: z.number().int(), y: z.number().int() }).optional(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
/** Place and size of the window; without `at` the system places it. */
export type WindowState = z.infer<typeof WindowState>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A first window that shows every panel without covering the whole of a large screen. */
const firstState: WindowState = { width: 1440, height: 900, maximized: false };

/** Where a window should appear: as it was left, unless the screen it was on is gone. */
export function placeOnScreens(state: WindowState, screens: readonly Area[]): WindowState {
  const width = Math.max(state.width, smallestWindow.width);
  const height = Math.max(state.height, smallestWindow.height);
  const { at, maximized } = state;
  const margin = 80;
  const seen = (area: Area, { x, y }: { x: number; y: number }): boolean =>
    x < area.x + area.width - margin && x + width > area.x + margin && y >= area.y && y < area.y + area.height - margin;
  const onScreen = at !== undefined && screens.some((area) => seen(area, at));
  return { width, height, maximized, ...(onScreen ? { at } : {}) };
}

/** How the window was left; the first state when nothing usable is there. */
export async function readWindowState(file: string): Promise<WindowState> {
  try {
    return WindowState.parse(JSON.parse((await readText(file, 'window.json')).text));
  } catch {
    return firstState;
  }
}

/** Remembers how the window is left. */
export async function writeWindowState(file: string, state: WindowState): Promise<void> {
  await locked(file, () => writeText(file, `${JSON.stringify(state)}\n`, { mode: 0o600 }));
}
