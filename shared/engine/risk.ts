import type { AnyActivity } from '../activities/defineActivity.ts';
import type { Runbook } from '../runbook/runbook.ts';
import type { Risk } from './events.ts';
import type { Plan, PlannedActivity } from './plan.ts';

function effectOf(definition: AnyActivity | undefined): Risk | undefined {
  const effect = definition?.effect;
  return effect === undefined || effect === 'none' || effect === 'reads' ? undefined : effect;
}

/**
 * What starting an activity does to a mailbox that is no demo; undefined where nothing real is at stake. Invoking a runbook does nothing by
 * itself: what the activities of the invoked runbook do is asked for at each of them, with the values they would run with.
 */
export function riskOf({ activity, definition, connection }: PlannedActivity): Risk | undefined {
  if (activity.disabled) return undefined;
  return connection === undefined || connection.demo ? undefined : effectOf(definition);
}

/** What the activities of a runbook do beside reading, by key. */
export function effectsOf(runbook: Runbook, plan: Plan): Record<string, Risk> {
  return Object.fromEntries(
    Object.keys(runbook.activities).flatMap((key) => {
      const definition = plan.get(key)?.definition;
      const effect = definition?.connection === 'none' ? undefined : effectOf(definition);
      return effect === undefined ? [] : [[key, effect]];
    }),
  );
}
