/** Sizes of the text that the commands go through, in percent. */
const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The size after this one in a direction; itself at the ends. */
export function nextTextSize(now: number, direction: 1 | -1): number {
  const found = direction > 0 ? sizes.find((size) => size > now) : sizes.findLast((size) => size < now);
  return found ?? now;
}
