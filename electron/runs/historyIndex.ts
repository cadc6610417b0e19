import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { HistoryChange } from '../../shared/history/historyEvents.ts';
import { RunSummary } from '../../shared/history/runSummary.ts';
import { writeText } from '../workspace/atomicWrite.ts';
import { lineValue, runFiles, runOfName } from './historyFiles.ts';
import { scanRun, type HistoryEntry } from './historyScan.ts';

const IndexLine = z.object({ name: z.string(), size: z.number(), traces: z.number().default(0), summary: RunSummary });
/** Lines are read so many at a time, and everything else has its turn in between. */
const linesPerTurn = 200;

const isOpen = ({ summary: { result } }: HistoryEntry): boolean => result === 'running' || result === 'interrupted';

/**
 * The runs of a folder, by run id. The files are the truth: the index beside them only saves reading them again. It is a file of
 * lines that every process appends to, so the command line and the app can record at the same time; a line that is torn, lost or
 * out of date costs one more reading of its file.
 */
export class HistoryIndex {
  readonly #folder: string;
  readonly #file: string;
  readonly #entries = new Map<string, HistoryEntry>();
  /** Files that are no runs this version can read. */
  readonly #ignored = new Set<string>();
  #known: Map<string, HistoryEntry> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'index.jsonl');
  }

  get(run: string): HistoryEntry | undefined {
    return this.#entries.get(run);
  }

  /** Newest first. */
  all(): HistoryEntry[] {
    return [...this.#entries.values()].toSorted((a, b) => (a.name < b.name ? 1 : -1));
  }

  /** A run of this process: only it knows how the run stands. */
  set(entry: HistoryEntry): void {
    this.#entries.set(entry.summary.run, entry);
  }

  forget(run: string): void {
    this.#entries.delete(run);
  }

  /** Remembers finished runs for later starts. */
  async remember(entries: readonly HistoryEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    // The line before may be torn: a line end of its own keeps this one whole.
    await appendFile(this.#file, `\n${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`, { encoding: 'utf8', mode: 0o600 });
  }

  /** Looks at the folder again, except at the runs that `mine` names. Answers what is new, different or gone. */
  async refresh(mine: ReadonlySet<string>): Promise<HistoryChange> {
    this.#known ??= await this.#read();
    const names = (await runFiles(this.#folder)).filter((name) => !mine.has(runOfName(name) ?? ''));
    const runs: RunSummary[] = [];
    const scanned: HistoryEntry[] = [];
    for (const name of names) {
      const entry = await this.#look(name);
      if (entry === undefined) continue;
      if (entry !== this.#known.get(name) && entry.summary.result !== 'running') scanned.push(entry);
      this.#entries.set(entry.summary.run, entry);
      runs.push(entry.summary);
    }
    const here = new Set(names);
    const removed = [...this.#entries].flatMap(([run, { name }]) => (here.has(name) || mine.has(run) ? [] : [run]));
    for (const run of removed) this.#entries.delete(run);
    await this.remember(scanned);
    return { runs, removed };
  }

  /** The entry of a file where it is new or has changed. A file that went away meanwhile has none. */
  async #look(name: string): Promise<HistoryEntry | undefined> {
    const before = this.#entries.get(runOfName(name) ?? '');
    if (this.#ignored.has(name) || (before !== undefined && !isOpen(before))) return undefined;
    try {
      const { size } = await stat(join(this.#folder, name));
      if (before?.size === size && before.summary.result === 'interrupted') return undefined;
      const known = this.#known?.get(name);
      if (before === undefined && known?.size === size) return known;
      const entry = await scanRun(this.#folder, name);
      if (entry === undefined) this.#ignored.add(name);
      return entry === undefined || (before?.summary.result === 'running' && entry.summary.result === 'running') ? undefined : entry;
    } catch {
      return undefined;
    }
  }

  async #read(): Promise<Map<string, HistoryEntry>> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    const entries = new Map<string, HistoryEntry>();
    const lines = text.split('\n').filter((line) => line !== '');
    for (let from = 0; from < lines.length; from += linesPerTurn) {
      for (const line of lines.slice(from, from + linesPerTurn)) {
        const entry = IndexLine.safeParse(lineValue(line));
        if (entry.success) entries.set(entry.data.name, entry.data);
      }
      await turn();
    }
    const names = new Set(await runFiles(this.#folder));
    const current = [...entries.values()].filter(({ name }) => names.has(name));
    // Lines of runs that are gone are left out once they are the most of it.
    if (lines.length > 2 * current.length + linesPerTurn) await writeText(this.#file, `${current.map((entry) => JSON.stringify(entry)).join('\n')}\n`, { mode: 0o600 });
    return new Map(current.map((entry) => [entry.name, entry]));
  }
}
