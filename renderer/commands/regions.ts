/** Attribute of the parts of the window that F6 goes through, in the order of the document. */
export const regionAttribute = 'data-region';

const tabbable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';
const lastFocus = new WeakMap<Element, HTMLElement>();

/** The parts of the window that can be used now: not what another one lies over. */
const regionsOf = (root: Document): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(`[${regionAttribute}]`)].filter((region) => region.closest('[inert]') === null);
const regionOf = (element: Element | null): Element | undefined => element?.closest(`[${regionAttribute}]`) ?? undefined;

/** Remembers where the focus was in each region, so that coming back goes there. Answers what ends it. */
export function rememberFocus(root: Document): () => void {
  const onFocus = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const region = regionOf(event.target);
    if (region !== undefined) lastFocus.set(region, event.target);
  };
  root.addEventListener('focusin', onFocus);
  return () => root.removeEventListener('focusin', onFocus);
}

/** Focuses a region: where the focus was, else its first control, else the region itself. */
function enter(region: HTMLElement): void {
  const before = lastFocus.get(region);
  if (before !== undefined && before !== region && region.contains(before)) return before.focus();
  const control = [...region.querySelectorAll<HTMLElement>(tabbable)].find((element) => element.getAttribute('aria-hidden') !== 'true');
  (control ?? region).focus();
}

/** Moves the focus to the next (or previous) part of the window. */
export function moveToRegion(direction: 1 | -1, root: Document = document): void {
  const regions = regionsOf(root);
  const current = regionOf(root.activeElement);
  const index = regions.findIndex((region) => region === current);
  const from = index < 0 && direction < 0 ? 0 : index;
  const next = regions.at((from + direction + regions.length) % regions.length);
  if (next !== undefined) enter(next);
}

/** Moves the focus to the part of the window with this accessible name, to where it was there. */
export function moveToRegionNamed(name: string, root: Document = document): void {
  const region = regionsOf(root).find((one) => one.getAttribute('aria-label') === name);
  if (region !== undefined) enter(region);
}
