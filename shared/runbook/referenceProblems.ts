import type { AnyActivity } from '../activities/defineActivity.ts';
import { shapeOf } from '../activities/shape.ts';
import { argumentProblems } from './expression/argumentProblems.ts';
import { mixedVariable } from './expression/mixedVariable.ts';
import { parse } from './expression/parse.ts';
import { renderReference, type Reference } from './expression/reference.ts';
import { references } from './expression/references.ts';
import { upstreamOf } from './graph.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Activity, Runbook } from './runbook.ts';
import type { Repair } from './repair.ts';
import { publishedBy, subscribable } from './subscribable.ts';
import { suggestedReference } from './suggestion.ts';
import { findTarget, surroundingsOf } from './targets.ts';
import { visibleFrom } from './visibleData.ts';

/** The texts of an activity that may hold references, by property key or filter row. */
export function textsOf(activity: Activity): readonly (readonly [field: string, text: string])[] {
  const properties = Object.entries(activity.properties).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value] as const] : []));
  return [...properties, ...activity.filters.map((row, index) => [`filters.${index}`, row.value] as const)];
}

/** Whether an activity invokes a runbook that is not known; what that returns is not known then either. */
function invokesUnknown(definition: AnyActivity, activity: Activity, { runbooks }: RunbookFacts): boolean {
  const [key] = Object.entries(definition.properties).find(([, field]) => field.kind === 'runbook') ?? [];
  const named = key === undefined ? undefined : activity.properties[key];
  return key !== undefined && (typeof named !== 'string' || findTarget(runbooks, named, true) === undefined);
}

/** What keeps a reference of an activity from having a value, or undefined. `upstream` are the activities before it. */
export function referenceProblem(
  target: Reference,
  runbook: Runbook,
  key: string,
  upstream: () => readonly string[],
  facts: RunbookFacts,
): Pick<Problem, 'code' | 'severity' | 'what' | 'fix' | 'variable'> | undefined {
  const shown = renderReference(target);
  if (target.kind === 'variable') {
    const variable = facts.variables.find(({ name }) => name === target.name);
    const about = { severity: 'error', variable: target.name } as const;
    if (variable === undefined) return { ...about, code: 'reference.missingVariable', what: `There is no variable ${target.name}.`, fix: `Add the variable, or remove ${shown}.` };
    if (variable.stored) return undefined;
    return { ...about, code: 'variable.noValue', what: `The encrypted variable ${target.name} needs a value on this computer.`, fix: 'Set its value in the Variables view.' };
  }
  const source = runbook.activities[target.key];
  if (source === undefined) {
    return {
      code: 'reference.missingActivity',
      severity: 'error',
      what: `${shown} points to an activity that is not in the runbook.`,
      fix: 'Subscribe to another activity, or remove the reference.',
    };
  }
  const published = publishedBy(runbook, target.key, facts);
  // An unknown type or configuration is a problem of the source; what it publishes is not known then.
  const connection = facts.connections.some((entry) => entry.key === source.connection);
  const definition = facts.registry.get(source.type);
  const known = definition?.dynamic === undefined || ((connection || definition.connection === 'none') && !invokesUnknown(definition, source, facts));
  if (known && published.length > 0 && !published.some((item) => item.label === target.label)) {
    return {
      code: 'reference.missingItem',
      severity: 'error',
      what: `${source.name} does not publish ${target.label}.`,
      fix: `Subscribe to another item of ${source.name}.`,
    };
  }
  if (upstream().includes(target.key)) return undefined;
  const what =
    target.key === key
      ? `${source.name} subscribes to its own data.`
      : upstreamOf(runbook, key).includes(target.key)
        ? `A junction between ${source.name} and this activity lets other data through, so its ${target.label} is empty here.`
        : `${source.name} does not run before this activity, so its ${target.label} is empty here.`;
  return { code: 'reference.notUpstream', severity: 'warning', what, fix: 'Link the activities, or subscribe to an activity that runs before.' };
}

/** The properties into which nothing is put. */
function literalFields(runbook: Runbook, activity: Activity, { registry, connections, runbooks }: RunbookFacts): ReadonlySet<string> {
  const definition = registry.get(activity.type);
  if (definition === undefined) return new Set();
  const { properties } = shapeOf(definition, activity, connections.find((entry) => entry.key === activity.connection)?.connection, surroundingsOf(runbook, runbooks));
  return new Set(Object.entries(properties).flatMap(([key, field]) => (field.literal === true ? [key] : [])));
}

/** Rules about references to what is not there; a name that is much like it was probably meant. */
const missing: ReadonlySet<string> = new Set(['reference.missingActivity', 'reference.missingItem', 'reference.missingVariable']);

/** The reference that was probably meant in the place of one that leads nowhere: what it pointed to was renamed, or it was mistyped. */
function meantInstead(target: Reference, runbook: Runbook, activity: string, field: string, facts: RunbookFacts): Repair | undefined {
  const meant = suggestedReference(target, subscribable(runbook, activity, facts), facts.variables.map(({ name }) => name));
  if (meant === undefined) return undefined;
  const name = meant.kind === 'variable' ? `the variable ${meant.name}` : `${runbook.activities[meant.key]?.name ?? meant.key} › ${meant.label}`;
  return { label: `Use ${name}`, edit: { kind: 'replaceText', activity, field, from: renderReference(target), to: renderReference(meant) } };
}

/** References of an activity that lead nowhere, and function calls that cannot be read. */
export function referenceProblems(runbook: Runbook, key: string, facts: RunbookFacts): Problem[] {
  const activity = runbook.activities[key];
  if (activity === undefined) return [];
  const keys = Object.keys(runbook.activities);
  // Most texts hold neither placeholder nor function, and most activities ask for nothing upstream.
  const marked = textsOf(activity).filter(([, text]) => /\{\{|\[/.test(text));
  if (marked.length === 0) return [];
  const upstream = (): readonly string[] => visibleFrom(runbook, key, facts.registry);
  const literal = literalFields(runbook, activity, facts);
  return marked.flatMap(([field, text]): Problem[] => {
    if (literal.has(field)) return [];
    const place = { activity: key, field };
    const syntax = parse(text, keys).problems.map(({ message }): Problem => ({
      ...place,
      code: 'function.syntax',
      severity: 'warning',
      what: `${message} It is taken as ordinary text.`,
      fix: 'Correct the function, or leave it if it is meant as text.',
    }));
    const misfits = argumentProblems(parse(text, keys)).map(({ message }): Problem => ({
      ...place,
      code: 'function.argument',
      severity: 'error',
      what: message,
      fix: 'Correct the argument; the activity fails with it as it is.',
    }));
    const broken = references(text, keys).flatMap(({ target }): Problem[] => {
      const problem = referenceProblem(target, runbook, key, upstream, facts);
      if (problem === undefined) return [];
      const repair = missing.has(problem.code) ? meantInstead(target, runbook, key, field, facts) : undefined;
      return [{ ...place, ...problem, ...(repair === undefined ? {} : { repair }) }];
    });
    const mixed = mixedVariable(parse(text, keys), (name) => facts.variables.some((variable) => variable.encrypted && variable.name === name));
    const combined: Problem[] =
      mixed === undefined
        ? []
        : [
            {
              ...place,
              code: 'variable.encryptedMixed',
              severity: 'error',
              variable: mixed,
              what: `The encrypted variable ${mixed} is combined with other text.`,
              fix: `Leave only the reference to ${mixed} in the field, or make the variable a plain one.`,
            },
          ];
    return [...syntax, ...misfits, ...broken, ...combined];
  });
}
