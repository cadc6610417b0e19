import type { MailFolder } from '../../../shared/exchange/browse.ts';
import type { TreeNode } from '../../ui/Tree.tsx';

/** A folder with the path that an activity finds it by. */
export interface PlacedFolder {
  readonly folder: MailFolder;
  /** Names from the top, joined with backslashes; the ID where a name holds a separator itself. */
  readonly path: string;
  readonly level: number;
  readonly inside: readonly PlacedFolder[];
}

const byName = (a: MailFolder, b: MailFolder): number => a.name.localeCompare(b.name);

/** The folders as a tree; those whose parent is not among them stand at the top. */
export function placedFolders(folders: readonly MailFolder[]): readonly PlacedFolder[] {
  const known = new Set(folders.map(({ id }) => id));
  const below = new Map<string, MailFolder[]>();
  for (const folder of folders) {
    const parent = known.has(folder.parent) ? folder.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), folder]);
  }
  const place = (parent: string, names: readonly string[]): PlacedFolder[] =>
    (below.get(parent) ?? []).toSorted(byName).map((folder) => {
      const path = [...names, folder.name];
      return { folder, path: path.some((name) => /[\\/]/.test(name)) ? folder.id : path.join('\\'), level: path.length, inside: place(folder.id, path) };
    });
  return place('', []);
}

/** The folder with this path, whatever its case, or with this ID. */
export function folderAt(placed: readonly PlacedFolder[], path: string): PlacedFolder | undefined {
  const wanted = path.trim().replace(/^[\\/]+/, '').replaceAll('/', '\\').toLowerCase();
  for (const one of placed) {
    if (one.folder.id === path.trim() || one.path.toLowerCase() === wanted) return one;
    const inside = folderAt(one.inside, path);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const detail = ({ items, unread }: MailFolder): string | undefined => (items === undefined ? undefined : unread === undefined || unread === 0 ? String(items) : `${unread} unread of ${items}`);

/** The rows to show: those in open folders; with a filter, those that match and what they are in. */
export function folderRows(placed: readonly PlacedFolder[], open: ReadonlySet<string>, filter: string): readonly TreeNode[] {
  const word = filter.trim().toLowerCase();
  return placed.flatMap((one): readonly TreeNode[] => {
    const { folder, level, inside } = one;
    const isOpen = word !== '' || open.has(folder.id);
    const rows = isOpen ? folderRows(inside, open, filter) : [];
    if (word !== '' && rows.length === 0 && !folder.name.toLowerCase().includes(word)) return [];
    return [{ id: folder.id, label: folder.name, level, detail: detail(folder), ...(inside.length === 0 ? {} : { open: isOpen }) }, ...rows];
  });
}
