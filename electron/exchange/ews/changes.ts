import { z } from 'zod';
import { AppError } from '../../../shared/errors/appError.ts';
import type { ChangeQuery, NoticedItem } from '../../../shared/exchange/port.ts';
import { typeNamed } from './creating.ts';
import { namingFolder } from './folderNames.ts';
import type { FolderRef } from './ids.ts';
import type { MailboxParts } from './mailboxParts.ts';
import { syncFolderItems, type FolderChange } from './operations/syncFolderItems.ts';
import { passesAll, readItems } from './readItems.ts';

/** Longest wait after cycles that failed, in milliseconds. */
const longestWait = 10 * 60_000;

/** Where a monitor stands: the state of each folder, and items that were noticed but not yet handed over. */
const Place = z.object({ folders: z.record(z.string(), z.string()), noticed: z.array(z.string()) });
type Place = z.infer<typeof Place>;

async function loadPlace({ monitorStates, activity }: MailboxParts): Promise<Place> {
  const nowhere: Place = { folders: {}, noticed: [] };
  const kept = await monitorStates.load(activity);
  try {
    const read = Place.safeParse(JSON.parse(kept ?? 'null'));
    return read.success ? read.data : nowhere;
  } catch {
    // A file that somebody damaged: the monitor starts anew, as if it had never run.
    return nowhere;
  }
}

const savePlace = ({ monitorStates, activity }: MailboxParts, place: Place): Promise<void> => monitorStates.save(activity, JSON.stringify(place));

const keyOf = (folder: FolderRef): string => (folder.kind === 'id' ? folder.id : `${folder.mailbox ?? ''}:${folder.name}`);

interface FolderNews {
  readonly state: string;
  readonly changes: readonly FolderChange[];
}

/** Everything since a state. */
async function newsSince({ client }: MailboxParts, folder: FolderRef, from: string | undefined, signal: AbortSignal): Promise<FolderNews> {
  const changes: FolderChange[] = [];
  for (let state = from; ;) {
    const answer = await client.callOne(syncFolderItems, { folder, state }, signal);
    // The first answers tell what was there before; only where they end matters.
    if (from !== undefined) changes.push(...answer.changes);
    if (answer.complete || answer.state === state) return { state: answer.state, changes };
    ({ state } = answer);
  }
}

/** Like `newsSince`; a state that the server does not know any more begins again from what the folder holds now. */
async function newsOf(parts: MailboxParts, folder: FolderRef, state: string | undefined, signal: AbortSignal): Promise<FolderNews> {
  try {
    return await newsSince(parts, folder, state, signal);
  } catch (thrown) {
    if (state === undefined || !(thrown instanceof AppError) || thrown.data.code !== 'exchange.monitorStateLost') throw thrown;
    return newsSince(parts, folder, undefined, signal);
  }
}

/** IDs of the items to tell of, each once: one that was created and changed since the last look counts as created. */
function noticedIn(changes: readonly FolderChange[], query: ChangeQuery): string[] {
  const kinds = new Map<string, FolderChange['kind']>();
  for (const { id, kind } of changes) {
    if (kind === 'updated' && kinds.get(id) === 'created') continue;
    kinds.set(id, kind);
  }
  return [...kinds].filter(([, kind]) => (kind === 'created' && query.created) || (kind === 'updated' && query.updated)).map(([id]) => id);
}

/** One look at all folders. Where it fails, nothing has moved on. */
async function look(parts: MailboxParts, query: ChangeQuery, place: Place, signal: AbortSignal): Promise<Place> {
  const { client, folderNames } = parts;
  const folders = query.subfolders ? await folderNames.withSubfolders(client, query.folder, signal) : [await folderNames.resolve(client, query.folder, signal)];
  const states: Record<string, string> = {};
  const noticed = new Set(place.noticed);
  for (const folder of folders) {
    const { state, changes } = await newsOf(parts, folder, place.folders[keyOf(folder)], signal).catch((thrown: unknown) => {
      throw namingFolder(thrown, query.folder);
    });
    states[keyOf(folder)] = state;
    for (const id of noticedIn(changes, query)) noticed.add(id);
  }
  return { folders: states, noticed: [...noticed] };
}

/** Hands the noticed items over. Each is struck off before, so that a run that breaks down does not act on it twice. */
async function* handOver(parts: MailboxParts, query: ChangeQuery, place: Place, signal: AbortSignal): AsyncGenerator<NoticedItem, Place> {
  const type = typeNamed(query.itemType);
  const at = new Date().toISOString();
  let left = place;
  for await (const item of readItems(parts.client, parts.addressBook, type, place.noticed, signal)) {
    if (!passesAll(type, query.filters, item)) continue;
    left = { ...left, noticed: left.noticed.filter((id) => id !== item.values.id) };
    await savePlace(parts, left);
    yield { values: item.values, at };
  }
  // What is left is gone, of another type, or does not pass the filters.
  return { ...left, noticed: [] };
}

/** What a monitor must not go on after: nothing will change by itself. */
const isFinal = (thrown: unknown): boolean => !(thrown instanceof AppError) || thrown.data.kind !== 'operational' || thrown.data.code.startsWith('signIn.');

/**
 * Watches folders. A look that fails is repeated with growing waits and the state it began with, because a monitor that stops at night is worse
 * than one that is late; only the first look has to succeed, so that a wrong folder or password is told at once.
 */
export async function* watchFolders(parts: MailboxParts, query: ChangeQuery, signal: AbortSignal): AsyncGenerator<NoticedItem, void> {
  let place = await loadPlace(parts);
  let failures = 0;
  for (let looks = 0; ; looks += 1) {
    try {
      place = await look(parts, query, place, signal);
      await savePlace(parts, place);
      place = yield* handOver(parts, query, place, signal);
      await savePlace(parts, place);
      failures = 0;
    } catch (thrown) {
      if (looks === 0 || signal.aborted || isFinal(thrown)) throw thrown;
      place = await loadPlace(parts);
      failures += 1;
    }
    await parts.sleep(Math.min(query.intervalSeconds * 1000 * 2 ** failures, Math.max(longestWait, query.intervalSeconds * 1000)), signal);
  }
}
