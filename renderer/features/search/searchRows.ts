import type { FoundSubject } from '../../../shared/runbook/find.ts';
import type { RunbookFinds } from '../../../shared/ipc/contract.ts';

/** A line of the results: a runbook, a place in it, or how many more there are. */
export type SearchRow =
  | { readonly kind: 'runbook'; readonly id: string; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'place'; readonly id: string; readonly key: string; readonly subject: FoundSubject; readonly title: string; readonly where: string; readonly text: string }
  | { readonly kind: 'more'; readonly id: string; readonly count: number };

/** The lines of what was found. `unsaved` replaces what a file says by what is open and not saved yet. */
export function searchRows(finds: readonly RunbookFinds[], unsaved: ReadonlyMap<string, RunbookFinds>): readonly SearchRow[] {
  const current = [...finds.filter(({ key }) => !unsaved.has(key)), ...unsaved.values()].filter(({ found }) => found.length > 0);
  return current
    .toSorted((one, other) => one.key.localeCompare(other.key))
    .flatMap(({ key, name, found, more }): SearchRow[] => [
      { kind: 'runbook', id: key, key, name, count: found.length + more },
      ...found.map((place, index): SearchRow => ({ kind: 'place', id: `${key} ${index}`, key, ...place })),
      ...(more > 0 ? [{ kind: 'more' as const, id: `${key} more`, count: more }] : []),
    ]);
}
