import { isParameterKey, parameterKey, parameterNameOf } from '../activities/parameterField.ts';
import { parse } from './expression/parse.ts';
import { conditionProblems } from './conditionProblems.ts';
import { upstreamOf } from './graph.ts';
import { newLoopCaps } from './loops.ts';
import type { Problem, RunbookFacts } from './problem.ts';
import type { Activity, Runbook } from './runbook.ts';
import { findTarget, pathOf, type RunbookTarget } from './targets.ts';
import { isJunction } from './visibleData.ts';

type Found = Omit<Problem, 'activity'>;

/** The property of a kind, and what an activity says in it. */
function propertyOf(activity: Activity, kind: 'activity' | 'runbook', { registry }: RunbookFacts): { readonly field: string; readonly text: string } | undefined {
  const [field] = Object.entries(registry.get(activity.type)?.properties ?? {}).find(([, one]) => one.kind === kind) ?? [];
  if (field === undefined) return undefined;
  const value = activity.properties[field];
  return { field, text: typeof value === 'string' ? value.trim() : '' };
}

/** A loop that may never end, or that nothing was said about, and its conditions. */
function loopProblems(runbook: Runbook, key: string, activity: Activity, facts: RunbookFacts): Found[] {
  const { loop, name } = activity;
  if (loop === undefined || loop.disabled) return [];
  const unsaid: Found = {
    code: 'loop.noExit',
    severity: 'warning',
    field: 'loop.exit',
    what: `The loop of ${name} has no exit condition, so it ends when ${name} returns success.`,
    fix: 'Add an exit condition on the Looping tab, or leave it if that is meant.',
    repair: { label: 'Exit on success', edit: { kind: 'changeLoop', activity: key, change: { exit: [{ status: ['success'] }] } } },
  };
  const endless: Found = {
    code: 'loop.endless',
    severity: 'warning',
    field: 'loop.maximumAttempts',
    what: `Nothing but its conditions ends the loop of ${name}.`,
    fix: 'Set a limit of attempts or of time on the Looping tab.',
    repair: { label: `Limit it to ${newLoopCaps.maximumAttempts} attempts`, edit: { kind: 'changeLoop', activity: key, change: { maximumAttempts: newLoopCaps.maximumAttempts } } },
  };
  const rows = (['exit', 'doNotExit'] as const).flatMap((side) => conditionProblems(runbook, key, loop[side], facts).map((problem) => ({ ...problem, field: `loop.${side}` })));
  const unlimited = loop.maximumAttempts === undefined && loop.maximumSeconds === undefined;
  return [...(loop.exit.length === 0 ? [unsaid] : []), ...(unlimited ? [endless] : []), ...rows];
}

function junctionProblems(runbook: Runbook, key: string, activity: Activity, facts: RunbookFacts): Found[] {
  const chosen = propertyOf(activity, 'activity', facts);
  if (!isJunction(activity, facts.registry) || chosen === undefined || chosen.text === '') return [];
  const { field, text } = chosen;
  const repair = { label: 'Return data from <None>', edit: { kind: 'removeProperty', activity: key, field } } as const;
  const source = runbook.activities[text];
  if (source === undefined) {
    const what = `${activity.name} returns data from ${text}, which is not in the runbook.`;
    return [{ code: 'junction.missingActivity', severity: 'error', field, what, fix: 'Choose another activity, or <None>.', repair }];
  }
  if (upstreamOf(runbook, key).includes(text)) return [];
  const what = `${activity.name} returns data from ${source.name}, which does not lead to it.`;
  return [{ code: 'junction.notUpstream', severity: 'error', field, what, fix: 'Choose an activity that leads to the junction, or <None>.', repair }];
}

/** Values for parameters that the other runbook does not have, or no longer has under this name. */
function parameterProblems(key: string, activity: Activity, target: RunbookTarget): Found[] {
  const names = target.parameters.map(({ name }) => name);
  const given = Object.keys(activity.properties).filter(isParameterKey);
  const open = names.filter((name) => !given.includes(parameterKey(name)));
  const unknown = given.filter((field) => !names.includes(parameterNameOf(field)));
  return unknown.map((field): Found => {
    const [only] = open.length === 1 && unknown.length === 1 ? open : [];
    const name = parameterNameOf(field);
    const repair =
      only === undefined
        ? ({ label: `Remove the value for ${name}`, edit: { kind: 'removeProperty', activity: key, field } } as const)
        : ({ label: `Use it for ${only}`, edit: { kind: 'moveProperty', activity: key, field, to: parameterKey(only) } } as const);
    return {
      code: 'invoke.unknownParameter',
      severity: 'error',
      field,
      what: `${activity.name} passes a value for ${name}, but ${target.name} has no such parameter.`,
      fix: only === undefined ? 'Remove the value, or give the parameter back its name.' : `Use the value for ${only}, or remove it.`,
      repair,
    };
  });
}

function invokeProblems(runbook: Runbook, key: string, activity: Activity, facts: RunbookFacts): Found[] {
  const named = propertyOf(activity, 'runbook', facts);
  if (named === undefined || named.text === '') return [];
  const { field, text } = named;
  const path = activity.properties.byPath;
  const byPath = typeof path === 'string' && path.toLowerCase() === 'true';
  const fixed = parse(text, Object.keys(runbook.activities)).nodes.every((node) => node.kind === 'text');
  if (!fixed && byPath) return [];
  const target = findTarget(facts.runbooks, text, byPath);
  if (target === undefined) {
    const elsewhere = byPath ? undefined : findTarget(facts.runbooks, text, true);
    const offered = elsewhere === undefined ? {} : { repair: { label: `Invoke ${pathOf(elsewhere)}`, edit: { kind: 'setProperty', activity: key, field, value: elsewhere.key } } as const };
    const what = `${activity.name} invokes ${text}, which is not ${byPath ? 'the path of a' : 'a'} runbook in this workspace.`;
    return [{ code: 'invoke.unknownRunbook', severity: 'error', field, what, fix: 'Choose another runbook.', ...offered }];
  }
  if (target.monitor) {
    const what = `${activity.name} invokes ${target.name}, which starts with a monitor.`;
    return [{ code: 'invoke.monitor', severity: 'error', field, what, fix: 'Choose a runbook that does not start with a monitor.' }];
  }
  return parameterProblems(key, activity, target);
}

/** Problems of how an activity takes part in the flow: its loop, what a junction lets through, the runbook it invokes. */
export function flowProblems(runbook: Runbook, key: string, facts: RunbookFacts): Problem[] {
  const activity = runbook.activities[key];
  if (activity === undefined) return [];
  const found = [loopProblems, junctionProblems, invokeProblems].flatMap((problems) => problems(runbook, key, activity, facts));
  return found.map((problem) => ({ ...problem, activity: key }));
}
