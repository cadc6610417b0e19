import type { RunbookEntry } from '../../../shared/workspace/workspace.ts';

/** A line of the tree: a folder or a runbook, with how deep it stands. */
export type TreeRow =
  | { readonly kind: 'folder'; readonly id: string; readonly name: string; readonly level: number; readonly open: boolean }
  | { readonly kind: 'runbook'; readonly id: string; readonly name: string; readonly level: number; readonly entry: RunbookEntry };

interface Branch {
  readonly folders: Map<string, Branch>;
  readonly runbooks: RunbookEntry[];
}

const branch = (): Branch => ({ folders: new Map(), runbooks: [] });

function treeOf(entries: readonly RunbookEntry[]): Branch {
  const root = branch();
  for (const entry of entries) {
    let at = root;
    for (const part of entry.folder.split('/').filter((name) => name !== '')) {
      const next = at.folders.get(part) ?? branch();
      at.folders.set(part, next);
      at = next;
    }
    at.runbooks.push(entry);
  }
  return root;
}

/** The visible lines: folders first, then runbooks, each by name. A filter opens every folder that holds a match. */
export function treeRows(entries: readonly RunbookEntry[], closed: ReadonlySet<string>, filter: string): readonly TreeRow[] {
  const wanted = filter.trim().toLowerCase();
  const shown = wanted === '' ? entries : entries.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted));
  const rowsOf = (at: Branch, path: string, level: number): TreeRow[] => {
    const folders = [...at.folders].toSorted(([a], [b]) => a.localeCompare(b)).flatMap(([name, below]): TreeRow[] => {
      const id = `${path}${name}/`;
      const open = wanted !== '' || !closed.has(id);
      return [{ kind: 'folder', id, name, level, open }, ...(open ? rowsOf(below, id, level + 1) : [])];
    });
    const runbooks = at.runbooks.toSorted((a, b) => a.name.localeCompare(b.name)).map((entry): TreeRow => ({ kind: 'runbook', id: entry.key, name: entry.name, level, entry }));
    return [...folders, ...runbooks];
  };
  return rowsOf(treeOf(shown), '', 1);
}
