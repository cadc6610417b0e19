import * as React from 'react';
import { vi } from 'vitest';

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

/**
 * The rules of Material UI and of the code editor stay outside the document: jsdom has no layout that could follow them, and goes through all of
 * them for each element whose role or name a test asks for, which took more time than everything else.
 */
const rules = document.createDocumentFragment();
const insertBefore = document.head.insertBefore.bind(document.head);
document.head.insertBefore = <T extends Node>(node: T, before: Node | null): T => (node instanceof HTMLStyleElement ? rules.appendChild(node) : insertBefore(node, before));

const neverShown = 'script, style, template, [hidden]';

/** Without rules a style is what an element says of itself, and for its visibility what those around it say. */
function styleOf(element: Element): CSSStyleDeclaration {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return document.createElement('div').style;
  const { style } = element;
  const known: Readonly<Record<string, () => string>> = {
    display: () => (element.matches(neverShown) ? 'none' : style.display || 'block'),
    visibility: () => element.closest<HTMLElement>('[style*="visibility"]')?.style.visibility ?? 'visible',
  };
  return new Proxy(style, {
    get: (target, name) => {
      if (name === 'getPropertyValue') return (property: string): string => known[property]?.() ?? target.getPropertyValue(property);
      const own = typeof name === 'string' ? known[name]?.() : undefined;
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, target, given) : value;
    },
  });
}
vi.stubGlobal('getComputedStyle', styleOf);

/**
 * React keeps with every element the stack that made it, for tools of developers and for ten thousand elements a second: a fifth of the time of a
 * large screen. Said to be past that number it keeps none; its warnings and the stacks of components in errors stay as they are.
 */
const ofReact: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
if (typeof ofReact === 'object' && ofReact !== null) Object.defineProperty(ofReact, 'recentlyCreatedOwnerStacks', { get: () => Number.POSITIVE_INFINITY, set: () => {} });
