import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../shared/errors/appError.ts';
import { processLives } from './processLives.ts';

/** Milliseconds between two looks at the places before one's own. */
const betweenLooks = 250;
/** A place is touched this often by the job that has it, in milliseconds. */
const heartbeat = 20_000;
/** A place that nobody touched for this long counts as left, though a process has its number: numbers are given out again. */
const patience = 6 * heartbeat;

/** Jobs of one process may use a place one after the other for so many milliseconds. */
const longestTurn = 2_000;

const choosing = 'choosing-';
/** The places of this process; a file with its number that is none of them was left by a process that had the number before. */
const own = new Set<string>();

/** Leaves a place; the next job may start. Never rejects. */
export type Leave = () => Promise<void>;

const holderOf = (name: string): string => (name.startsWith(choosing) ? name.slice(choosing.length) : name.slice(name.indexOf('-') + 1));
const ticketOf = (name: string): number => (name.startsWith(choosing) ? 0 : Number.parseInt(name, 10) || 0);
const remove = (file: string): Promise<void> => unlink(file).catch(() => undefined);

/** Looks at places for one job, and remembers since when none of them was touched. */
class Watch {
  readonly #folder: string;
  readonly #seen = new Map<string, { readonly touched: number; readonly since: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The places whose jobs live, in the order of their numbers. What dead ones left is removed: no name is ever used again, so this cannot hit another job. */
  async live(): Promise<string[]> {
    const names = (await readdir(this.#folder)).toSorted();
    const found = await Promise.all(names.map(async (name) => ((await this.#isLeft(name)) ? remove(join(this.#folder, name)) : name)));
    return found.filter((name) => name !== undefined);
  }

  async #isLeft(name: string): Promise<boolean> {
    const holder = holderOf(name);
    const id = Number.parseInt(holder, 10);
    if (id === process.pid) return !own.has(holder);
    if (!processLives(id)) return true;
    const touched = await stat(join(this.#folder, name)).then(({ mtimeMs }) => mtimeMs, () => 0);
    const before = this.#seen.get(name);
    if (before?.touched !== touched) this.#seen.set(name, { touched, since: performance.now() });
    // Not by the time of the file: a computer that slept has old files and living jobs.
    return before?.touched === touched && performance.now() - before.since > patience;
  }
}

/** A place of this process. */
interface Place {
  /** When it was taken, on the clock of `performance.now()`. */
  readonly since: number;
  give(): Promise<void>;
}

/** Takes a place and waits for its turn. Answers undefined where the folder cannot be written. */
async function take(folder: string, places: number, signal: AbortSignal, queued: () => void): Promise<Place | undefined> {
  const holder = `${process.pid}-${randomUUID()}`;
  const flag = join(folder, `${choosing}${holder}`);
  const watch = new Watch(folder);
  let place = '';
  const beat = setInterval(() => void utimes(join(folder, place), new Date(), new Date()).catch(() => undefined), heartbeat).unref();
  const give = async (): Promise<void> => {
    clearInterval(beat);
    own.delete(holder);
    await Promise.all([remove(flag), place === '' ? undefined : remove(join(folder, place))]);
  };
  own.add(holder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(flag, '', { flag: 'wx', mode: 0o600 });
    const highest = Math.max(0, ...(await watch.live()).map(ticketOf));
    place = `${String(highest + 1).padStart(12, '0')}-${holder}`;
    await writeFile(join(folder, place), '', { flag: 'wx', mode: 0o600 });
    await remove(flag);
  } catch {
    await give();
    return undefined;
  }
  for (let told = false; ; told = true) {
    // Whoever still chooses may have seen the numbers before this one was there; only a later look sees what it chose.
    const nobodyChooses = !(await watch.live()).some((name) => name.startsWith(choosing));
    const mayStart = nobodyChooses && (await watch.live()).filter((name) => !name.startsWith(choosing)).indexOf(place) < places;
    if (signal.aborted) {
      await give();
      throw new AppError('app.cancelled');
    }
    if (mayStart) return { since: performance.now(), give };
    if (!told && nobodyChooses) queued();
    await pause(betweenLooks, undefined, { signal }).catch(() => undefined);
  }
}

/** Places that were left a moment ago, by folder: a runbook that is invoked for each of a thousand mails need not take a new one each time. */
const left = new Map<string, Place[]>();

function takeLeft(folder: string): Place | undefined {
  const place = left.get(folder)?.pop();
  if (left.get(folder)?.length === 0) left.delete(folder);
  return place;
}

/** Keeps a place for the next job of this process, unless it was kept for so long already that others should have their turn. */
async function leavePlace(folder: string, place: Place): Promise<void> {
  if (performance.now() - place.since > longestTurn) return place.give();
  left.set(folder, [...(left.get(folder) ?? []), place]);
  setTimeout(() => {
    const kept = left.get(folder) ?? [];
    if (!kept.includes(place)) return;
    left.set(folder, kept.filter((one) => one !== place));
    void place.give();
  }, betweenLooks).unref();
}

/**
 * Waits for one of so many places that all processes of this account on this computer share, in order of arrival (Lamport's bakery with
 * files: a number is chosen while a file says so, and one goes in when fewer lower numbers are left than there are places). A process that dies leaves
 * files that the next one removes. `queued` is called once when it has to wait. Answers how to leave the place. Rejects with AppError `app.cancelled`
 * when the signal aborts. Where the folder cannot be written, jobs are not told apart: that is no reason to run nothing.
 */
export async function enterOnComputer(folder: string, places: number, signal: AbortSignal, queued: () => void): Promise<Leave> {
  const place = takeLeft(folder) ?? (await take(folder, places, signal, queued));
  return async () => (place === undefined ? undefined : leavePlace(folder, place));
}
