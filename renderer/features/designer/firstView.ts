import type { Position } from '../../../shared/runbook/edits.ts';
import { cardSize } from '../../../shared/runbook/arrange.ts';

/** Below this zoom names on cards cannot be read. */
const readable = 0.65;
const margin = 32;
const paletteWidth = 208;

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function extentOf(places: readonly Position[]): Extent {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) + cardSize.width - left, height: Math.max(...ys) + cardSize.height - top };
}

/** Width of the properties where they lie over the canvas. */
const propertiesWidth = 380;

/** Whether a runbook can be read beside the open list of activities; of an empty one the first card, where the properties come to lie over the canvas. */
export function leavesRoom(width: number, places: readonly Position[], covered: boolean): boolean {
  if (places.length === 0) return covered ? width - paletteWidth - propertiesWidth >= cardSize.width + margin : width >= 640;
  return (width - paletteWidth - 2 * margin) / extentOf(places).width >= readable;
}

/** What is needed of the canvas to move its view. */
interface View {
  setViewport(viewport: { readonly x: number; readonly y: number; readonly zoom: number }): unknown;
}

/** Shows the whole runbook where its names stay readable, and otherwise its beginning. */
export function showWhole(view: View, places: readonly Position[], area: { readonly clientWidth: number; readonly clientHeight: number } | null): void {
  if (area === null || area.clientWidth === 0) return;
  if (places.length === 0) return;
  const extent = extentOf(places);
  const { clientWidth: width, clientHeight: height } = area;
  const fitting = Math.min((width - 2 * margin) / extent.width, (height - 2 * margin) / extent.height);
  const zoom = Math.min(1, Math.max(readable, fitting));
  const spare = width - extent.width * zoom;
  const x = (spare >= 2 * margin ? spare / 2 : margin) - extent.left * zoom;
  const free = height - extent.height * zoom;
  // A little above the middle, where the eye looks first.
  const y = Math.max(margin, free * 0.42) - extent.top * zoom;
  view.setViewport({ x: Math.round(x), y: Math.round(y), zoom });
}
