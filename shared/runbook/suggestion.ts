import type { Reference } from './expression/reference.ts';
import type { SubscribableActivity } from './subscribable.ts';

/** How many single letters have to change to make one text of the other, without regard to case. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(wanted: string, names: readonly string[]): string | undefined {
  const ranked = names.map((name) => ({ name, far: distance(wanted, name) })).toSorted((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(2, Math.floor(wanted.length / 3)) ? best.name : undefined;
}

/**
 * What a reference that leads nowhere was probably meant to be: the same item of the nearest activity that publishes it, an item of the same
 * activity with a similar name, or a variable with a similar name. `sources` are those that may be subscribed to, nearest first.
 */
export function suggestedReference(target: Reference, sources: readonly SubscribableActivity[], variables: readonly string[]): Reference | undefined {
  if (target.kind === 'variable') {
    const name = nearest(target.name, variables);
    return name === undefined ? undefined : { kind: 'variable', name };
  }
  const own = sources.find(({ activity }) => activity === target.key);
  const label = own === undefined ? undefined : nearest(target.label, own.items.map((item) => item.label));
  if (label !== undefined) return { kind: 'activity', key: target.key, label };
  const other = sources.find(({ items }) => items.some((item) => item.label === target.label));
  return other === undefined ? undefined : { kind: 'activity', key: other.activity, label: target.label };
}
