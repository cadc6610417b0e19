import type { Registry } from '../activities/registry.ts';
import { upstreamOf } from './graph.ts';
import type { Activity, Runbook } from './runbook.ts';

/** The property by which a junction names the activity whose data it lets through. */
function chosenBy(activity: Activity, registry: Registry): string | undefined {
  const definition = registry.get(activity.type);
  const [key] = Object.entries(definition?.properties ?? {}).find(([, field]) => field.kind === 'activity') ?? [];
  const chosen = key === undefined ? undefined : activity.properties[key];
  return typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
}

/** Whether an activity of a runbook joins branches. A disabled junction lets every row pass and joins nothing. */
export function isJunction(activity: Activity | undefined, registry: Registry): activity is Activity {
  return activity !== undefined && !activity.disabled && registry.get(activity.type)?.joins === true;
}

/**
 * Activities whose data can be subscribed to, nearest first: those upstream, but behind a junction only the one it returns data from
 * and what that one sees itself (runbook-model 1.6).
 */
export function visibleFrom(runbook: Runbook, key: string, registry: Registry): readonly string[] {
  const upstream = upstreamOf(runbook, key);
  if (!upstream.some((one) => isJunction(runbook.activities[one], registry))) return upstream;
  const visible = new Set<string>();
  const visit = (at: string): void => {
    if (visible.has(at) || !Object.hasOwn(runbook.activities, at)) return;
    visible.add(at);
    before(at);
  };
  const before = (at: string): void => {
    const activity = runbook.activities[at];
    if (at !== key && isJunction(activity, registry)) {
      const chosen = chosenBy(activity, registry);
      if (chosen !== undefined && upstreamOf(runbook, at).includes(chosen)) visit(chosen);
      return;
    }
    for (const { from, to } of runbook.links) if (to === at) visit(from);
  };
  before(key);
  return upstream.filter((one) => visible.has(one));
}
