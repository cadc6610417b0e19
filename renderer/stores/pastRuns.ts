import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import { Replay } from '../../shared/history/replay.ts';
import type { RunHeader } from '../../shared/history/runHeader.ts';
import type { RunSummary } from '../../shared/history/runSummary.ts';
import type { StreamHandle } from '../../shared/ipc/channel.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { createTracesStore, type TracesStore } from './traces.ts';
import { nothingSelected, type Selection } from './editorHistory.ts';

/** How fast a replay can go, as a multiple of the time the run took. */
export const replaySpeeds = [0.1, 0.5, 1, 5, 20, 100] as const;

/** A recorded run that is open. */
export interface PastRun {
  readonly run: string;
  readonly header: RunHeader | undefined;
  readonly summary: RunSummary | undefined;
  /** The same object while the run is read; `length` says how much of it has arrived. */
  readonly replay: Replay;
  readonly length: number;
  readonly loading: boolean;
  readonly error: AppErrorData | undefined;
  /** The moment that is shown, as a number of events; undefined follows the end. */
  readonly position: number | undefined;
  /** Milliseconds from the first event, while it plays: moments between two events count as well. */
  readonly playingAt: number | undefined;
  readonly speed: number;
  readonly selection: Selection;
  /** The requests it made; they are read when somebody looks. */
  readonly traces: TracesStore;
  /** The execution that the console shows. */
  readonly execution: string | undefined;
  /** The invoked run that is shown in its place, at the same moment. */
  readonly invoked: InvokedPlace | undefined;
}

/** Where a run was invoked in a recorded one. */
export interface InvokedPlace {
  /** The way to the execution that did it. */
  readonly invoker: string;
  readonly run: string;
  /** Key and name of its runbook. */
  readonly key: string | undefined;
  readonly runbook: string;
}

/** The recorded runs that are open in tabs, by run. */
export interface PastRunsState {
  readonly open: Readonly<Record<string, PastRun>>;
  /** Reads a run, unless it is open already. Answers it once it is read as far as it can be; undefined when it was closed before. */
  load(run: string): Promise<PastRun | undefined>;
  /** Stops reading and forgets the run. */
  close(run: string): void;
  /** Shows a moment; the end where there is none. Playing stops. */
  seek(run: string, position: number | undefined): void;
  /** Shows the moment so many milliseconds after the first event. Playing stops. */
  seekTime(run: string, ms: number): void;
  /** Plays from the moment shown, from the start where that is the end. */
  play(run: string): void;
  pause(run: string): void;
  /** So many milliseconds of real time went by while it plays. */
  tick(run: string, elapsedMs: number): void;
  setSpeed(run: string, speed: number): void;
  select(run: string, selection: Partial<Selection>): void;
  /** Shows a run that this one invoked, or this one again, with an execution selected where one is named. */
  showInvoked(run: string, invoked: InvokedPlace | undefined, at?: { readonly activity: string; readonly execution: string }): void;
  selectExecution(run: string, activity: string, execution: string): void;
}

export type PastRunsStore = StoreApi<PastRunsState>;

const fresh = (run: string, api: Pick<AppApi, 'traces'>): PastRun => ({
  run,
  header: undefined,
  summary: undefined,
  replay: new Replay(),
  length: 0,
  loading: true,
  error: undefined,
  position: undefined,
  playingAt: undefined,
  speed: 1,
  selection: nothingSelected,
  traces: createTracesStore(api, { run }),
  execution: undefined,
  invoked: undefined,
});

/** The store of open recorded runs. Closing one ends its reading. */
export function createPastRunsStore(api: Pick<AppApi, 'history' | 'traces'>): PastRunsStore {
  const handles = new Map<string, StreamHandle>();
  const reading = new Map<string, Promise<void>>();
  return createStore<PastRunsState>()((set, get) => {
    const change = (run: string, next: (past: PastRun) => PastRun): void =>
      set((state) => {
        const past = state.open[run];
        return past === undefined ? state : { open: { ...state.open, [run]: next(past) } };
      });
    return {
      open: {},
      async load(run) {
        const known = reading.get(run);
        if (known !== undefined) {
          await known;
          return get().open[run];
        }
        const past = fresh(run, api);
        set((state) => ({ open: { ...state.open, [run]: past } }));
        // What arrives after the run was closed and opened again belongs to the first opening.
        const mine = (next: (now: PastRun) => PastRun): void => change(run, (now) => (now.replay === past.replay ? next(now) : now));
        const handle = api.history.open({ run }, (part) => {
          if (part.kind === 'header') return mine((now) => ({ ...now, header: part.header, summary: part.summary }));
          past.replay.append(part.events);
          mine((now) => ({ ...now, length: past.replay.length }));
        });
        handles.set(run, handle);
        const done = handle.done.then((result) => mine((now) => ({ ...now, loading: false, error: result.ok || result.error.kind === 'cancelled' ? undefined : result.error })));
        reading.set(run, done);
        await done;
        return get().open[run];
      },
      close(run) {
        handles.get(run)?.cancel();
        get().open[run]?.traces.getState().stop();
        handles.delete(run);
        reading.delete(run);
        set((state) => ({ open: Object.fromEntries(Object.entries(state.open).filter(([key]) => key !== run)) }));
      },
      seek: (run, position) =>
        change(run, (past) => {
          const within = position === undefined || position >= past.length ? undefined : Math.max(0, position);
          return { ...past, position: within, playingAt: undefined };
        }),
      seekTime: (run, ms) => get().seek(run, get().open[run]?.replay.positionAt(ms)),
      play: (run) =>
        change(run, (past) => {
          const from = past.position ?? 0;
          return { ...past, position: from, playingAt: past.replay.timeAt(from) };
        }),
      pause: (run) => change(run, (past) => ({ ...past, playingAt: undefined })),
      tick: (run, elapsedMs) =>
        change(run, (past) => {
          if (past.playingAt === undefined) return past;
          const at = past.playingAt + elapsedMs * past.speed;
          if (at >= past.replay.durationMs) return { ...past, position: undefined, playingAt: undefined };
          return { ...past, playingAt: at, position: past.replay.positionAt(at) };
        }),
      setSpeed: (run, speed) => change(run, (past) => ({ ...past, speed })),
      select: (run, selection) => change(run, (past) => ({ ...past, selection: { ...nothingSelected, ...selection } })),
      showInvoked: (run, invoked, at) =>
        change(run, (past) => ({ ...past, invoked, execution: at?.execution, selection: at === undefined ? nothingSelected : { ...nothingSelected, activities: [at.activity] } })),
      selectExecution: (run, activity, execution) => change(run, (past) => ({ ...past, selection: { ...nothingSelected, activities: [activity] }, execution })),
    };
  });
}
