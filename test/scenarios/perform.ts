import type { PlacedBreakpoint } from '../../shared/engine/breakpoint.ts';
import { createDebugger } from '../../shared/engine/debugger.ts';
import type { DebugCommand, RunMode } from '../../shared/engine/debugCommand.ts';
import { innermost, type RunEvent } from '../../shared/engine/events.ts';
import type { Slots } from '../../shared/engine/jobSlots.ts';
import type { RunPorts, VariableValue } from '../../shared/engine/ports.ts';
import { run } from '../../shared/engine/run.ts';
import type { RunFrom, RunLimits, RunSetup } from '../../shared/engine/runSetup.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Registry } from '../../shared/activities/registry.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { testConnections } from '../fixtures/connections.ts';
import { FakeExchange, type FakeMailbox } from '../fixtures/fakeExchange.ts';
import { testRegistry } from '../fixtures/testActivities.ts';
import { virtualComputer, type ComputerContents } from '../fixtures/virtualComputer.ts';
import { VirtualClock } from '../fixtures/virtualClock.ts';
import { notation } from './notation.ts';

/** What the tester does, and after which event: its notation starts with `after`. */
export interface Command {
  readonly after: string;
  readonly do:
    | 'continue'
    | 'step'
    | 'stepInto'
    | 'stepOut'
    | 'nextItem'
    | 'pause'
    | 'allow'
    | 'stop'
    | { readonly setBreakpoints: readonly PlacedBreakpoint[] }
    | { readonly setInput: { readonly key: string; readonly value: string } }
    | { readonly skip: 'item' | 'activity'; readonly all?: boolean | undefined };
}

/** A run to perform in virtual time. */
export interface Performance {
  readonly runbook: Runbook;
  readonly mailbox?: FakeMailbox;
  /** Runbooks it can invoke, by key. */
  readonly runbooks?: Readonly<Record<string, Runbook>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Encrypted variables by name. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly computer?: ComputerContents;
  readonly input?: Readonly<Record<string, string>>;
  readonly mode?: RunMode;
  readonly breakpoints?: readonly PlacedBreakpoint[];
  readonly guard?: boolean;
  readonly pins?: RunSetup['pins'];
  readonly from?: RunFrom | undefined;
  readonly limits?: Partial<RunLimits>;
  readonly commands?: readonly Command[];
  /** What the tester says, one after the other, whenever nothing else can go on; `continue` once they are used up. */
  readonly whenHeld?: readonly ('continue' | 'step' | 'stepInto' | 'stepOut' | 'nextItem')[];
  /** Stops the run after this many events. */
  readonly stopAfter?: number;
  readonly registry?: Registry;
  /** Where it takes its slots from. */
  readonly slots?: Slots;
}

/** What a performed run left behind. */
export interface Performed {
  readonly events: readonly RunEvent[];
  /** What the mailbox was asked to do. */
  readonly done: readonly string[];
  readonly sleeping: number;
}

/** The execution that an event is about, in whichever run. */
function executionOf(event: RunEvent): string {
  const inner = innermost(event);
  return 'execution' in inner ? (inner.execution ?? '') : '';
}

/** One turn of the event loop: whatever could go on without time passing has gone on. */
const turn = (): Promise<'idle'> => new Promise((resolve) => setImmediate(() => resolve('idle')));

/** The command for the execution that said last that it waits. */
function debugCommand(given: Command['do'], execution: string): DebugCommand | undefined {
  if (given === 'stop') return undefined;
  if (given === 'allow') return { type: 'allow', execution };
  if (typeof given === 'string') return { type: given };
  if ('setInput' in given) return { type: 'setInput', execution, ...given.setInput };
  if ('skip' in given) return { type: 'skip', execution, what: given.skip, all: given.all ?? false };
  return { type: 'setBreakpoints', breakpoints: [...given.setBreakpoints] };
}

function variableOf({ variables = {}, secrets = {} }: Performance, name: string): VariableValue | undefined {
  const secret = secrets[name];
  if (secret !== undefined) return { text: secret, secret: true };
  const text = variables[name];
  return text === undefined ? undefined : { text, secret: false };
}

function portsFor(clock: VirtualClock, performance: Performance, done: string[]): RunPorts {
  let ids = 0;
  return {
    ...(performance.slots === undefined ? {} : { slots: performance.slots }),
    clock,
    ids: { next: (kind) => `${kind}-${(ids += 1)}` },
    variables: { value: async (name) => variableOf(performance, name) },
    computer: virtualComputer(performance.computer ?? {}, done),
    host: { serverName: 'TESTHOST', processId: 42 },
    exchange: async (key, { requested }) => {
      const connection = testConnections[key];
      if (connection === undefined) throw new AppError('runbook.unknownConnection', { connection: key });
      const { name, serverAddress, domain, username, timeout, useAutodiscover, itemType } = connection;
      const facts = { name, serverAddress, domain, userName: username, timeoutSeconds: timeout, useAutodiscover, itemType };
      return new FakeExchange(facts, performance.mailbox ?? { items: [] }, clock, requested, done);
    },
  };
}

const lastOf = (events: readonly RunEvent[]): string =>
  events
    .slice(-3)
    .map((event) => notation(event, event.at))
    .join(' | ');

/** Performs a run to its end. Time passes only when nothing else can happen; a run that waits for nothing at all fails. */
export async function perform(performance: Performance): Promise<Performed> {
  const clock = new VirtualClock();
  const done: string[] = [];
  const stop = new AbortController();
  const tester = createDebugger({ mode: performance.mode ?? 'run', runbook: 'tested', breakpoints: performance.breakpoints ?? [], guard: performance.guard ?? false });
  const commands = [...(performance.commands ?? [])];
  const setup = {
    runId: 'run-1',
    registry: performance.registry ?? testRegistry(clock),
    connection: (key: string) => testConnections[key],
    runbookKey: 'tested',
    runbooks: Object.entries(performance.runbooks ?? {}).map(([key, document]) => ({ key, name: document.name, document })),
    startedBy: 'test' as const,
    input: performance.input ?? {},
    ...(performance.pins === undefined ? {} : { pins: performance.pins }),
    ...(performance.from === undefined ? {} : { from: performance.from }),
    ...(performance.limits === undefined ? {} : { limits: performance.limits }),
  };
  const iterator = run(performance.runbook, setup, portsFor(clock, performance, done), { signal: stop.signal, gate: tester.gate });
  const events: RunEvent[] = [];
  const answers = [...(performance.whenHeld ?? [])];
  /** How many events there were when the tester continued. */
  let held = -1;
  let next = iterator.next();
  for (;;) {
    // Two turns, since an answer of one promise may start the next.
    const result = await Promise.race([next, turn().then(turn)]);
    if (result === 'idle') {
      if (clock.advance()) continue;
      if (performance.whenHeld === undefined || events.length === held) throw new Error(`The run hangs after: ${lastOf(events)}`);
      // Whoever continues lets something go on; a step may leave nothing but what waits as well.
      const [said = 'continue'] = answers;
      if (answers.shift() === undefined) held = events.length;
      tester.command({ type: said });
      continue;
    }
    if (result.done === true) break;
    const event = result.value;
    events.push(event);
    if (events.length === performance.stopAfter) stop.abort();
    const said = notation(event, event.at);
    while (commands[0] !== undefined && said.startsWith(commands[0].after)) {
      const given = debugCommand(commands[0].do, executionOf(event));
      commands.shift();
      if (given === undefined) stop.abort();
      else tester.command(given);
    }
    next = iterator.next();
  }
  if (commands.length > 0) throw new Error(`No event started with "${commands[0]?.after ?? ''}".`);
  return { events, done, sleeping: clock.sleeping };
}
