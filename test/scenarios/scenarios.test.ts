import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PlacedBreakpoint } from '../../shared/engine/breakpoint.ts';
import { RunMode } from '../../shared/engine/debugCommand.ts';
import { earlierRunOf } from '../../shared/engine/earlierRun.ts';
import { PublishedRow } from '../../shared/engine/events.ts';
import { Runbook } from '../../shared/runbook/runbook.ts';
import { notation, shown } from './notation.ts';
import { perform } from './perform.ts';

/** An item as a fake mailbox holds it. */
const Item = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));

const CommandWord = z.enum(['continue', 'step', 'stepInto', 'stepOut', 'nextItem', 'pause', 'allow', 'stop']);

/** An activity of the tested runbook, or a breakpoint with its condition and its runbook. */
const Mark = z.union([z.string().transform((activity) => ({ activity })), PlacedBreakpoint]);

const CommandObject = z.union([
  z.strictObject({ setBreakpoints: z.array(Mark) }),
  z.strictObject({ setInput: z.strictObject({ key: z.string(), value: z.string() }) }),
  z.strictObject({ skip: z.enum(['item', 'activity']), all: z.boolean().optional() }),
]);

/** A scenario file: a runbook, its world, what the tester does, and every event that is expected. */
const Scenario = z.strictObject({
  /** The sentence that the scenario proves. */
  proves: z.string(),
  runbook: Runbook,
  mailbox: z
    .strictObject({
      items: z.array(Item).default([]),
      arrives: z.array(z.strictObject({ seconds: z.number().default(0), item: Item })).default([]),
      seconds: z.number().default(0),
      missing: z.array(z.string()).default([]),
      hangs: z.boolean().default(false),
    })
    .optional(),
  runbooks: z.record(z.string(), Runbook).default({}),
  variables: z.record(z.string(), z.string()).default({}),
  computer: z
    .strictObject({
      files: z.record(z.string(), z.string()).default({}),
      counters: z.record(z.string(), z.number()).default({}),
      schedules: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      watching: z.boolean().default(false),
    })
    .optional(),
  /** Encrypted variables. Nothing that is told may hold one of their values. */
  secrets: z.record(z.string(), z.string()).default({}),
  input: z.record(z.string(), z.string()).default({}),
  mode: RunMode.default('run'),
  breakpoints: z.array(Mark).default([]),
  /** Asks before what sends, changes or deletes on a mailbox that is no demo. */
  guard: z.boolean().default(false),
  /** Rows that stand for the results of activities. */
  pins: z.record(z.string(), z.array(PublishedRow)).default({}),
  /** Performs the whole runbook first, and then from this activity with the rows of that run. Only the second run is expected. */
  from: z.strictObject({ activity: z.string(), only: z.boolean().default(false) }).optional(),
  limits: z.strictObject({ activities: z.number().optional(), rows: z.number().optional(), duration: z.number().optional() }).default({}),
  commands: z.array(z.strictObject({ after: z.string(), do: z.union([CommandWord, CommandObject]) })).default([]),
  /** Kinds of events to show beside the usual ones. */
  show: z.array(z.string()).default([]),
  expect: z.string(),
  /** What the mailbox and the files were asked to do, where that matters. */
  done: z.array(z.string()).optional(),
});

const folder = import.meta.dirname;

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()) {
  const scenario = Scenario.parse(parse(readFileSync(join(folder, file), 'utf8')));
  test(`${basename(file, '.yaml')}: ${scenario.proves}`, async () => {
    const { mailbox, limits, from, computer, ...rest } = scenario;
    const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
    const performance = { ...rest, limits: given, ...(mailbox === undefined ? {} : { mailbox }), ...(computer === undefined ? {} : { computer }) };
    const earlier = from === undefined ? undefined : await perform({ ...performance, mode: 'run', guard: false, commands: [] });
    const begin = from === undefined || earlier === undefined ? undefined : { ...from, earlier: earlierRunOf(earlier.events, scenario.runbook, from.activity) };
    const performed = await perform({ ...performance, from: begin });
    const { events } = performed;
    const startedAt = events[0]?.at ?? '';
    const lines = events.filter((event) => shown(event, scenario.show)).map((event) => notation(event, startedAt));
    expect(lines.join('\n')).toBe(scenario.expect.trim());
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    for (const secret of Object.values(scenario.secrets)) expect(JSON.stringify(events)).not.toContain(secret);
    expect(performed.sleeping).toBe(0);
    expect(performed.done).toEqual(scenario.done ?? performed.done);
  });
}
