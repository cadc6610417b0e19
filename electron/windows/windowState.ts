/** Smallest supported window (ux 3), in device-independent pixels. */
export const smallestWindow = { width: 1024, height: 640 };

/** Place and size of the window in device-independent pixels; without `at` the system places it. */
export interface WindowState {
  readonly at?: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

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

/** How the window was left, from what its file says; the first state when nothing usable is there. */
export function windowStateIn({ at, width, height, maximized }: Readonly<Record<string, unknown>>): WindowState {
  if (!isWhole(width) || !isWhole(height) || typeof maximized !== 'boolean') return firstState;
  return { width, height, maximized, ...(isPlace(at) ? { at: { x: at.x, y: at.y } } : {}) };
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);
const isPlace = (value: unknown): value is { readonly x: number; readonly y: number } =>
  typeof value === 'object' && value !== null && 'x' in value && 'y' in value && isWhole(value.x) && isWhole(value.y);
