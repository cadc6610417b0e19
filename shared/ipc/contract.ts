import { z } from 'zod';
import { isCommandId, type CommandId } from '../commands/commands.ts';
import { ContextMenu } from '../commands/contextMenu.ts';
import { CheckEvent } from '../connections/checks.ts';
import { Connection } from '../connections/connection.ts';
import { ConnectionDraft, ConnectionEntry, ConnectionUse, KeychainState, SecretState } from '../connections/draft.ts';
import { SignInEvent, SignInState } from '../connections/signIn.ts';
import { DemoFault, DemoState } from '../demo/demo.ts';
import { PlacedBreakpoint } from '../engine/breakpoint.ts';
import { DebugCommand, RunMode } from '../engine/debugCommand.ts';
import { EarlierRun } from '../engine/earlierRun.ts';
import { PublishedRow, RunEvent } from '../engine/events.ts';
import { HistoryChange, ReportWish, RunPart } from '../history/historyEvents.ts';
import { Counter } from '../globals/counter.ts';
import { Schedule } from '../globals/schedule.ts';
import { Variable } from '../globals/variable.ts';
import { GlobalKind, GlobalsView, GlobalUse } from '../globals/view.ts';
import { BrowseEvent, BrowseRequest } from '../engine/browse.ts';
import { Runbook } from '../runbook/runbook.ts';
import { TraceRecord, TraceSummary } from '../trace/record.ts';
import { ExportContent, TraceExportEvent, TraceFileEvent, TraceSearchEvent } from '../trace/traceFile.ts';
import { Settings, SettingsChange } from '../workspace/settings.ts';
import { Draft } from '../workspace/draft.ts';
import { AllTesterMarks, TesterMarks } from '../engine/testerMarks.ts';
import { RunbookEntry, WorkspaceView } from '../workspace/workspace.ts';
import { call, stream, type Api, type Contract, type Handlers } from './channel.ts';

const nothing = z.void();
const Key = z.object({ key: z.string() });
const GlobalName = z.object({ kind: GlobalKind, name: z.string() });
const Command = z.custom<CommandId>((value) => typeof value === 'string' && isCommandId(value), 'unknown command');

/** A command chosen in the native menu, with what its entry adds: the workspace to open. */
const ChosenCommand = z.object({ command: Command, argument: z.string().optional() });
export type ChosenCommand = z.infer<typeof ChosenCommand>;

/** Keys that a person changed, as they are exported: accelerator by command, '' for none. */
export const KeyFile = z.object({ keys: z.record(z.string(), z.string().max(60)) });

/** A runbook read from its file. `revision` names the bytes on disk; saving with an older one is refused. */
const OpenRunbook = z.object({ key: z.string(), document: Runbook, revision: z.string(), readOnly: z.boolean() });
export type OpenRunbook = z.infer<typeof OpenRunbook>;

const FoundSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), key: z.string(), field: z.string().optional() }),
  z.object({ kind: z.literal('link'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('note'), key: z.string() }),
  z.object({ kind: z.literal('group'), key: z.string() }),
]);

/** What a search found in one runbook. `title` names the activity, link, note or group. */
const RunbookFinds = z.object({
  key: z.string(),
  name: z.string(),
  found: z.array(z.object({ subject: FoundSubject, title: z.string(), where: z.string(), text: z.string() })),
  /** Places beyond those listed. */
  more: z.number(),
});
export type RunbookFinds = z.infer<typeof RunbookFinds>;

/** A runbook's file as text, with the revision of its bytes. */
const RunbookText = z.object({ key: z.string(), text: z.string(), revision: z.string() });
export type RunbookText = z.infer<typeof RunbookText>;

/** What a test run is started with. */
const RunRequest = z.object({
  key: z.string(),
  document: Runbook,
  /** Runbooks with changes that their files do not hold, by key: an invocation runs them as they stand in the window. */
  unsaved: z.record(z.string(), Runbook).default({}),
  mode: RunMode,
  breakpoints: z.array(PlacedBreakpoint),
  /** Holds back what sends, changes or deletes on a real mailbox until it is confirmed. */
  guard: z.boolean().default(true),
  /** Puts the demo mailbox in the place of real ones. */
  onDemo: z.boolean().default(false),
  /** Goes on with the watch that the run before began: its monitor waits for the next item. */
  watching: z.boolean().default(false),
  /** Rows that stand for the results of activities, by key. */
  pins: z.record(z.string(), z.array(PublishedRow)).default({}),
  /** Begins in the middle, with the rows of an earlier run. */
  from: z.object({ activity: z.string(), earlier: EarlierRun, only: z.boolean() }).optional(),
  input: z.record(z.string(), z.string()),
});
export type RunRequest = z.input<typeof RunRequest>;

/** Facts about the app for About, the status bar and tests. */
const AppFacts = z.object({ version: z.string(), electron: z.string(), platform: z.string(), keychain: KeychainState });
export type AppFacts = z.infer<typeof AppFacts>;

/** Every channel between window and main. Adding one is an entry here and its handler. */
export const contract = {
  app: {
    facts: call(nothing, AppFacts),
    /** Opens a page of the allow-list in the system's browser. */
    openExternal: call(z.object({ url: z.url() }), nothing),
    /** Writes text to the clipboard. */
    copyText: call(z.object({ text: z.string() }), nothing),
    /** The text on the clipboard, for pasting activities. */
    clipboardText: call(nothing, z.object({ text: z.string() })),
    /** A defect the window caught; answers the reference under which it was logged. */
    reportDefect: call(z.object({ message: z.string(), stack: z.string().optional() }), z.object({ reference: z.string() })),
  },
  commands: {
    /** Commands chosen in the native menu. */
    chosen: stream(nothing, ChosenCommand),
    /** Which commands make sense now; the menu shows the others disabled. */
    setEnabled: call(z.object({ enabled: z.array(Command) }), nothing),
  },
  menus: {
    /** Shows a native context menu; answers the id of the chosen entry, null when it was closed without choosing. */
    popUp: call(ContextMenu, z.string().nullable()),
  },
  settings: {
    read: call(nothing, Settings),
    change: call(SettingsChange, Settings),
    /** Writes changed keys to a file that the person names; answers false when they cancel. */
    exportKeys: call(KeyFile, z.boolean()),
    /** Reads changed keys from a file; null when the person cancels. */
    importKeys: call(nothing, KeyFile.shape.keys.nullable()),
  },
  workspace: {
    current: call(nothing, WorkspaceView.nullable()),
    /** Asks for a folder with the system's dialog; null when the person cancels. */
    chooseFolder: call(nothing, WorkspaceView.nullable()),
    open: call(z.object({ path: z.string() }), WorkspaceView),
    openDemo: call(z.object({ sample: z.string().optional() }), WorkspaceView),
    /** The view again whenever files change on disk. */
    changes: stream(nothing, WorkspaceView),
  },
  runbooks: {
    read: call(Key, OpenRunbook),
    /** The file as it is, for one that cannot be read as a runbook. */
    readText: call(Key, RunbookText),
    /** Writes the file as it is; refused when it is no runbook, or when the disk has another version. */
    saveText: call(RunbookText, OpenRunbook),
    create: call(z.object({ name: z.string(), folder: z.string() }), RunbookEntry),
    save: call(z.object({ key: z.string(), document: Runbook, revision: z.string(), overwrite: z.boolean() }), OpenRunbook),
    /** Moves the file to the recycle bin. */
    remove: call(Key, nothing),
    /** Looks for a text in every runbook of the workspace; each runbook in which it stands is one event. */
    search: stream(z.object({ query: z.string() }), RunbookFinds),
    /** Writes a removed file again; refused when there is a file of its name by now. */
    restore: call(RunbookText, RunbookEntry),
  },
  /** Unsaved runbooks of the open workspace, kept so that a crash does not lose them. */
  drafts: {
    list: call(nothing, z.array(Draft)),
    keep: call(Draft.omit({ at: true }), nothing),
    drop: call(Key, nothing),
  },
  connections: {
    list: call(nothing, z.array(ConnectionEntry)),
    save: call(ConnectionDraft, ConnectionEntry),
    duplicate: call(Key, ConnectionEntry),
    remove: call(Key, nothing),
    uses: call(Key, z.array(ConnectionUse)),
    test: stream(ConnectionDraft, CheckEvent),
    /** Signs a person in with the method of the configuration, saved or not. Tokens never come this way. */
    signIn: stream(ConnectionDraft, SignInEvent),
    signOut: call(z.object({ connection: Connection }), SignInState),
    signInState: call(z.object({ connection: Connection }), SignInState),
    /** Opens the page of a device code in the system's browser; it has to be of the cloud the configuration names. */
    openDevicePage: call(z.object({ connection: Connection, page: z.url() }), nothing),
  },
  mailbox: {
    /** Looks into the mailbox of a configuration, for the forms; nothing is changed. Errors end the stream. */
    browse: stream(BrowseRequest, BrowseEvent),
  },
  /** There is no "get", and there never will be. */
  secrets: {
    state: call(Key, SecretState),
    clear: call(Key, SecretState),
  },
  /** Variables, counters and schedules. The value of an encrypted variable only goes in. */
  globals: {
    list: call(nothing, GlobalsView),
    saveVariable: call(z.object({ name: z.string(), variable: Variable, value: z.string().optional(), isNew: z.boolean() }), GlobalsView),
    saveCounter: call(z.object({ name: z.string(), counter: Counter, isNew: z.boolean() }), GlobalsView),
    saveSchedule: call(z.object({ name: z.string(), schedule: Schedule, isNew: z.boolean() }), GlobalsView),
    /** Also in the runbooks that use it, but for those that are open in the window; answers the keys of the files that changed. */
    rename: call(z.object({ kind: GlobalKind, from: z.string(), to: z.string(), open: z.array(z.string()) }), z.object({ view: GlobalsView, changed: z.array(z.string()) })),
    remove: call(GlobalName, GlobalsView),
    /** Forgets the value of an encrypted variable on this computer. */
    clearValue: call(z.object({ name: z.string() }), GlobalsView),
    /** Sets a counter back to its default, for one runbook or for all. */
    resetCounter: call(z.object({ name: z.string(), runbook: z.string().optional() }), GlobalsView),
    uses: call(GlobalName, z.array(GlobalUse)),
  },
  files: {
    /** Asks for files with the system's dialog; an empty list when the person cancels. */
    choose: call(z.object({ title: z.string(), several: z.boolean(), folders: z.boolean().optional() }), z.array(z.string())),
    /** Asks for a file with the system's dialog and writes text to it, or the bytes that it stands for as Base64; null when the person cancels. */
    saveText: call(z.object({ title: z.string(), name: z.string(), text: z.string(), base64: z.boolean().optional() }), z.object({ file: z.string().nullable() })),
  },
  runs: {
    start: stream(RunRequest, RunEvent),
    command: call(z.object({ run: z.string(), command: DebugCommand }), nothing),
    /** Ends a run that was told to stop, without waiting for the request that is under way. */
    abandon: call(z.object({ run: z.string() }), nothing),
  },
  history: {
    /** All recorded runs, newest first, and then every change, whichever process makes it. */
    watch: stream(nothing, HistoryChange),
    /** Reads a run: its header first, then its events. */
    open: stream(z.object({ run: z.string() }), RunPart),
    /** Removed runs can be brought back until the app closes. */
    remove: call(z.object({ runs: z.array(z.string()) }), nothing),
    restore: call(z.object({ runs: z.array(z.string()) }), nothing),
    /** Asks for a file with the system's dialog and writes the run to it; null when the person cancels. */
    export: call(ReportWish.extend({ run: z.string() }), z.object({ file: z.string().nullable() })),
  },
  /** Breakpoints and pinned results. */
  tester: {
    read: call(nothing, AllTesterMarks),
    save: call(z.object({ key: z.string(), marks: TesterMarks }), nothing),
  },
  traces: {
    /** Summaries of the requests this app made, from now on, with those recorded before. */
    watch: stream(nothing, TraceSummary),
    /** `file` names trace files that are open; without it the requests of this session are meant. */
    read: call(z.object({ id: z.string(), file: z.string().optional() }), TraceRecord),
    clear: call(nothing, nothing),
    /** Reads trace files and folders of them. They stay open until the stream is cancelled. */
    openFiles: stream(z.object({ paths: z.array(z.string()).min(1) }), TraceFileEvent),
    /** Reads the requests that are kept with a recorded run; the same events, and no pair for a run that made none. */
    openRun: stream(z.object({ run: z.string() }), TraceFileEvent),
    /** Looks for a text in the messages of all pairs. */
    search: stream(z.object({ text: z.string().min(1), file: z.string().optional() }), TraceSearchEvent),
    /** Sends a request of this session again; only one that reads. Names each pair that this made; errors end the stream, cancelling ends the request on the wire. */
    sendAgain: stream(z.object({ id: z.string() }), z.object({ trace: z.string() })),
    /** Asks where to, and writes pairs in the format of SOAPe; all of them without `ids`. */
    export: stream(z.object({ ids: z.array(z.string()).optional(), file: z.string().optional(), content: ExportContent }), TraceExportEvent),
  },
  demo: {
    /** How it stands now, and again after each change. */
    watch: stream(nothing, DemoState),
    setFault: call(z.object({ fault: DemoFault }), DemoState),
    reset: call(nothing, DemoState),
  },
} as const satisfies Contract;

export type AppHandlers = Handlers<typeof contract>;
export type AppApi = Api<typeof contract>;
