let isPressed = false;

/** Begins to follow whether a button is being pressed, once for a window. */
export function followPresses(): void {
  window.addEventListener('pointerdown', () => (isPressed = true), { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, () => (isPressed = false), { capture: true });
}

/**
 * Does something at once, or while a button is being pressed, after its click. What disappears when a field loses the focus would otherwise
 * move the button away from under the pointer, and the click would be lost.
 */
export function afterPress(work: () => void): void {
  if (!isPressed) return work();
  const later = (): void => {
    for (const end of ['pointerup', 'pointercancel'] as const) window.removeEventListener(end, later);
    // The click comes after the pointer went up, in the same turn.
    setTimeout(work);
  };
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, later);
}
