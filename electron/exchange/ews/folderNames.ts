import { AppError } from '../../../shared/errors/appError.ts';
import type { EwsClient } from './ewsClient.ts';
import { responseCodeOf } from './faults.ts';
import type { FolderRef } from './ids.ts';
import { findFolder } from './operations/findFolder.ts';
import { pages } from './page.ts';

/** Well-known folders by the name a person writes, in lower case and without blanks (exchange-activities 7.4). */
const wellKnown: Readonly<Record<string, string>> = {
  inbox: 'inbox',
  calendar: 'calendar',
  contacts: 'contacts',
  tasks: 'tasks',
  drafts: 'drafts',
  sentitems: 'sentitems',
  deleteditems: 'deleteditems',
  junkemail: 'junkemail',
  outbox: 'outbox',
  notes: 'notes',
  journal: 'journal',
};

/** A folder as a person wrote it: a place to start from, and names to follow from there. */
export interface FolderPath {
  readonly start: FolderRef;
  readonly names: readonly string[];
}

/** IDs are long and in base64; a path of that length without a blank or a dot is not to be expected. */
const looksLikeId = (text: string): boolean => text.length >= 40 && /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);

const knownName = (name: string): string | undefined => wellKnown[name.replaceAll(/\s/g, '').toLowerCase()];

/** Reads a folder text: `Inbox`, `Inbox\Projects`, `Projects/2027`, an ID, each with `user@host:` in front for another mailbox. */
export function parseFolder(folder: string): FolderPath {
  const [, mailbox, rest = folder] = /^([^\s@\\/:]+@[^\s@\\/:]+):(.*)$/s.exec(folder.trim()) ?? [];
  const text = rest.trim();
  if (looksLikeId(text)) return { start: { kind: 'id', id: text }, names: [] };
  const names = text
    .split(/[\\/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [first, ...others] = names;
  const known = first === undefined ? undefined : knownName(first);
  return { start: { kind: 'known', name: known ?? 'msgfolderroot', mailbox }, names: known === undefined ? names : others };
}

/** Finds folders by what a person writes. IDs of folders do not change when they are renamed or moved, so each is looked up once. */
export class FolderNames {
  readonly #found = new Map<string, FolderRef>();

  /** Rejects with AppError `exchange.folderNotFound` naming the folder. */
  async resolve(client: EwsClient, folder: string, signal: AbortSignal): Promise<FolderRef> {
    const known = this.#found.get(folder);
    if (known !== undefined) return known;
    const path = parseFolder(folder);
    let place = path.start;
    for (const name of path.names) place = await childNamed(client, place, name, folder, signal);
    this.#found.set(folder, place);
    return place;
  }

  /** The folder and all folders in it. */
  async withSubfolders(client: EwsClient, folder: string, signal: AbortSignal): Promise<readonly FolderRef[]> {
    const parent = await this.resolve(client, folder, signal);
    const below: FolderRef[] = [];
    try {
      for await (const page of pages((offset) => client.callOne(findFolder, { parent, traversal: 'Deep', offset }, signal))) {
        below.push(...page.map(({ id }) => ({ kind: 'id', id }) as const));
      }
    } catch (thrown) {
      throw namingFolder(thrown, folder);
    }
    return [parent, ...below];
  }
}

/** Servers compare names without regard to case; the exact spelling wins where two differ in case only. */
async function childNamed(client: EwsClient, parent: FolderRef, displayName: string, folder: string, signal: AbortSignal): Promise<FolderRef> {
  try {
    const { entries } = await client.callOne(findFolder, { parent, traversal: 'Shallow', displayName, offset: 0 }, signal);
    const match =
      entries.find((entry) => entry.displayName === displayName) ?? entries.find((entry) => entry.displayName.toLowerCase() === displayName.toLowerCase());
    if (match !== undefined) return { kind: 'id', id: match.id };
  } catch (thrown) {
    throw namingFolder(thrown, folder);
  }
  throw new AppError('exchange.folderNotFound', { folder });
}

/** The same failure with the folder that the person wrote in its text. */
export function namingFolder(thrown: unknown, folder: string): unknown {
  const code = responseCodeOf(thrown);
  if (!(thrown instanceof AppError) || code === undefined || thrown.data.code !== 'exchange.folderNotFound') return thrown;
  return new AppError('exchange.folderNotFound', { ...thrown.data.details, folder }, { actions: thrown.data.actions ?? [] });
}
