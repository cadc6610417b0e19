import { appendFile, copyFile, mkdir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Connection } from '../../shared/connections/connection.ts';
import { activities } from '../../shared/activities/registry.ts';
import type { WorkspaceRunbook } from '../../shared/engine/runSetup.ts';
import { invokedFrom } from '../../shared/runbook/targets.ts';
import type { RunEvent } from '../../shared/engine/events.ts';
import { AppError, errorDataOf, type AppErrorData } from '../../shared/errors/appError.ts';
import type { HistoryChange, RunPart } from '../../shared/history/historyEvents.ts';
import { expired, type Retention } from '../../shared/history/retention.ts';
import { historyFormatVersion, type RunHeader, type RunWorkspace } from '../../shared/history/runHeader.ts';
import { SummaryFold } from '../../shared/history/runSummary.ts';
import type { StreamSink } from '../../shared/ipc/channel.ts';
import { systemProblem } from '../workspace/systemProblem.ts';
import { eventsIn, linesOf, readHeader, removedFolder, removeOrphans, runFileName, startOfName, traceBytesOf, traceFileOf } from './historyFiles.ts';
import { HistoryIndex } from './historyIndex.ts';
import type { HistoryEntry } from './historyScan.ts';
import type { Recording } from './runRecorder.ts';
import type { RunHistory, RunStart } from './runStart.ts';

/** What the history works with. */
export interface HistoryParts {
  /** Folder of the runs' files, below the folder of the app's own data. */
  readonly folder: string;
  readonly version: string;
  workspace(): RunWorkspace;
  retention(): Promise<Retention>;
  /** Told of what went wrong beside the runs. */
  warned(error: AppErrorData): void;
  now?(): number;
}

/** Summaries are sent so many at a time. */
const runsPerMessage = 200;
/** Events are sent so many at a time: copying more would be noticed. */
const eventsPerMessage = 500;

/** The recorded runs: of this process while they go on, and of every process that used the same folder. */
export class History implements RunHistory {
  readonly #parts: HistoryParts;
  readonly #index: HistoryIndex;
  readonly #going = new Map<string, { readonly fold: SummaryFold; readonly name: string; readonly header: RunHeader }>();
  readonly #followers = new Set<(change: HistoryChange) => void>();
  #refreshing: Promise<unknown> = Promise.resolve();

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#index = new HistoryIndex(parts.folder);
  }

  get folder(): string {
    return this.#parts.folder;
  }

  /** Where a run is recorded. */
  begin(run: string, { key, document, startedBy }: RunStart, connections: Readonly<Record<string, Connection>>, runbooks: readonly WorkspaceRunbook[] = []): Recording {
    const now = this.#parts.now?.() ?? Date.now();
    const used = new Set(Object.values(document.activities).map(({ connection }) => connection));
    const invoked = invokedFrom(document, runbooks, activities);
    const header: RunHeader = {
      type: 'header',
      formatVersion: historyFormatVersion,
      run,
      at: new Date(now).toISOString(),
      key,
      workspace: this.#parts.workspace(),
      document,
      ...(Object.keys(invoked).length === 0 ? {} : { invoked }),
      connections: Object.entries(connections).flatMap(([name, one]) => (used.has(name) ? [{ key: name, name: one.name, demo: one.demo }] : [])),
      startedBy,
      app: this.#parts.version,
      process: process.pid,
    };
    const name = runFileName(run, now);
    this.#going.set(run, { fold: new SummaryFold(header), name, header });
    this.#show(run);
    const file = join(this.#parts.folder, name);
    return { file, traceFile: traceFileOf(file), header };
  }

  /** Events that the run's worker has recorded. */
  seen(run: string, events: readonly RunEvent[]): void {
    const going = this.#going.get(run);
    for (const event of events) going?.fold.add(event);
  }

  /** The run is over. `end` is the event that its worker did not live to record. Never rejects: a run does not fail for its history. */
  async ended(run: string, end: RunEvent | undefined): Promise<void> {
    const going = this.#going.get(run);
    if (going === undefined) return;
    const file = join(this.#parts.folder, going.name);
    try {
      if (end !== undefined) await this.#end(file, going.header, end);
      if (end !== undefined) going.fold.add(end);
      const entry = { name: going.name, size: (await stat(file)).size, traces: await traceBytesOf(file), summary: going.fold.summary('interrupted') };
      this.#index.set(entry);
      this.#going.delete(run);
      this.#publish({ runs: [entry.summary], removed: [] });
      await this.#index.remember([entry]);
      await this.refresh();
      await this.retain();
    } catch (thrown) {
      this.#going.delete(run);
      this.#parts.warned(errorDataOf(thrown, 'recording the run'));
      await this.refresh().catch(() => undefined);
    }
  }

  /** Looks at the folder again; followers are told what changed. */
  refresh(): Promise<void> {
    const work = this.#refreshing.then(async () => this.#publish(await this.#index.refresh(new Set(this.#going.keys()))));
    this.#refreshing = work.catch(() => undefined);
    return work;
  }

  /** Deletes the runs that are older than the settings keep them, or too many. */
  async retain(): Promise<void> {
    const files = this.#index.all().map(({ name, size, traces, summary }) => ({ name, size: size + traces, startedAt: startOfName(name), going: summary.result === 'running' }));
    const names = new Set(expired(files, await this.#parts.retention(), this.#parts.now?.() ?? Date.now()));
    const gone = this.#index.all().filter(({ name }) => names.has(name));
    // Another process may have deleted it first.
    await Promise.all(gone.flatMap(({ name }) => this.#filesOf(name)).map((file) => unlink(file).catch(() => undefined)));
    this.#drop(gone);
  }

  /** What the app does once at its start: what waited for undo is gone for good, and what is too old or too much as well. */
  async tidy(): Promise<void> {
    await rm(removedFolder(this.#parts.folder), { recursive: true, force: true });
    await this.refresh();
    await removeOrphans(this.#parts.folder);
    await this.retain();
  }

  /** Tells of all runs, newest first, and then of changes. Answers how to stop. */
  follow(listener: (change: HistoryChange) => void): () => void {
    const all = this.#index.all().map(({ summary }) => summary);
    for (let from = 0; from === 0 || from < all.length; from += runsPerMessage) listener({ runs: all.slice(from, from + runsPerMessage), removed: [] });
    this.#followers.add(listener);
    return () => void this.#followers.delete(listener);
  }

  /** Reads a run: its header, then its events. Ends early when the reader goes away. Throws AppError `history.notFound`. */
  async open(run: string, sink: StreamSink<RunPart>): Promise<void> {
    const { name, summary } = this.#required(run);
    const file = join(this.#parts.folder, name);
    const header = await readHeader(file).catch(() => undefined);
    if (header === undefined) throw new AppError('history.notFound');
    sink.emit({ kind: 'header', header, summary });
    let events: RunEvent[] = [];
    for await (const lines of linesOf(file)) {
      if (sink.signal.aborted) return;
      events.push(...eventsIn(lines));
      if (events.length < eventsPerMessage) continue;
      sink.emit({ kind: 'events', events });
      events = [];
    }
    if (events.length > 0) sink.emit({ kind: 'events', events });
  }

  /** The file of a run's requests; it is not there where the run made none. Throws AppError `history.notFound`. */
  traceFileOf(run: string): string {
    return traceFileOf(join(this.#parts.folder, this.#required(run).name));
  }

  /** The file of a run with its summary. Throws AppError `history.notFound`. */
  fileOf(run: string): { readonly file: string; readonly summary: HistoryEntry['summary'] } {
    const { name, summary } = this.#required(run);
    return { file: join(this.#parts.folder, name), summary };
  }

  /** Copies a run's file. Throws AppError `history.notFound` or `file.unwritable`. */
  async copyTo(run: string, target: string): Promise<void> {
    await copyFile(this.fileOf(run).file, target).catch((thrown: unknown) => {
      throw new AppError('file.unwritable', { file: target, problem: systemProblem(thrown) });
    });
  }

  /** Removes runs until the app closes; `restore` brings them back. Throws AppError `history.going` for one that goes on. */
  async remove(runs: readonly string[]): Promise<void> {
    const entries = runs.map((run) => this.#required(run));
    const going = entries.find(({ summary }) => summary.result === 'running');
    if (going !== undefined) throw new AppError('history.going', { runbook: going.summary.runbook });
    await mkdir(removedFolder(this.#parts.folder), { recursive: true, mode: 0o700 });
    await Promise.all(entries.flatMap(({ name }) => this.#filesOf(name)).map((file) => rename(file, join(removedFolder(this.#parts.folder), basename(file))).catch(() => undefined)));
    this.#drop(entries);
  }

  /** Takes removing back. Runs that are gone for good stay gone. */
  async restore(runs: readonly string[]): Promise<void> {
    const names = await readdir(removedFolder(this.#parts.folder)).catch(() => []);
    const wanted = names.filter((name) => runs.some((run) => name.includes(run)));
    await Promise.all(wanted.map((name) => rename(join(removedFolder(this.#parts.folder), name), join(this.#parts.folder, name))));
    await this.refresh();
  }

  /** The files of a run: its events, and its requests. */
  #filesOf(name: string): readonly [string, string] {
    const file = join(this.#parts.folder, name);
    return [file, traceFileOf(file)];
  }

  #required(run: string): HistoryEntry {
    const entry = this.#index.get(run);
    if (entry === undefined) throw new AppError('history.notFound');
    return entry;
  }

  /** Ends the file of a run whose worker could not. */
  async #end(file: string, header: RunHeader, end: RunEvent): Promise<void> {
    await mkdir(this.#parts.folder, { recursive: true, mode: 0o700 });
    const begun = await stat(file).then(({ size }) => size > 0, () => false);
    // The last line may be torn, so this one begins with a line end.
    await appendFile(file, `${begun ? '' : JSON.stringify(header)}\n${JSON.stringify(end)}\n`, { mode: 0o600 });
  }

  /** Shows a run of this process as it stands. */
  #show(run: string): void {
    const going = this.#going.get(run);
    if (going === undefined) return;
    const entry = { name: going.name, size: 0, traces: 0, summary: going.fold.summary('running') };
    this.#index.set(entry);
    this.#publish({ runs: [entry.summary], removed: [] });
  }

  #drop(entries: readonly HistoryEntry[]): void {
    for (const { summary } of entries) this.#index.forget(summary.run);
    this.#publish({ runs: [], removed: entries.map(({ summary }) => summary.run) });
  }

  #publish(change: HistoryChange): void {
    if (change.runs.length + change.removed.length === 0) return;
    for (const listener of this.#followers) listener(change);
  }
}
