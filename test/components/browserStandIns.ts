import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** What the components use of a browser and jsdom does not have. Sizes are those of a usual window. */
const width = 1200;
const height = 800;

class ResizeObserverStandIn implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    const size = [{ inlineSize: width, blockSize: height }];
    const contentRect = new DOMRectReadOnly(0, 0, width, height);
    this.#callback([{ target, contentRect, borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size }], this);
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** The canvas reads its zoom from the matrix of its transform; without a layout that is always 1. */
class DOMMatrixStandIn {
  readonly m22 = 1;
}

// Higher than any part, or every menu would be reported as too tall for the window.
vi.stubGlobal('innerHeight', height + 100);
vi.stubGlobal('ResizeObserver', ResizeObserverStandIn);
vi.stubGlobal('DOMMatrixReadOnly', DOMMatrixStandIn);
vi.stubGlobal('matchMedia', (query: string): MediaQueryList => {
  const list: MediaQueryList = Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener: () => {}, removeListener: () => {} });
  return list;
});

// Virtual lists and the canvas measure their frame; without a layout everything would have no size and show nothing.
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => width },
  offsetHeight: { configurable: true, get: () => height },
  clientWidth: { configurable: true, get: () => width },
  clientHeight: { configurable: true, get: () => height },
});
Element.prototype.scrollIntoView = () => {};
Element.prototype.setPointerCapture = () => {};
Element.prototype.releasePointerCapture = () => {};
Element.prototype.hasPointerCapture = () => false;
Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 0, 0);
Range.prototype.getClientRects = () => {
  const none: DOMRect[] = [];
  return Object.assign(none, { item: () => null });
};

afterEach(cleanup);
