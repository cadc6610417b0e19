import type { AnyActivity } from '../activities/defineActivity.ts';
import type { Runbook } from '../runbook/runbook.ts';
import type { Risk } from './events.ts';
import type { Plan, PlannedActivity } from './plan.ts';
import type { RunSetup } from './runSetup.ts';

function effectOf(definition: AnyActivity | undefined): Risk | undefined {
  const effect = definition?.effect;
  return effect === undefined || effect === 'none' || effect === 'reads' ? undefined : effect;
}

const worstFirst: readonly Risk[] = ['deletes', 'sends', 'changes'];

/** The worst that the runbooks a run can invoke do to a mailbox that is no demo. */
function riskOfInvoking({ runbooks, registry, connection }: RunSetup): Risk | undefined {
  const found = runbooks.flatMap(({ document }) =>
    Object.values(document.activities).flatMap((activity) => {
      const used = activity.connection === undefined ? undefined : connection(activity.connection);
      return activity.disabled || used === undefined || used.demo ? [] : (effectOf(registry.get(activity.type)) ?? []);
    }),
  );
  return worstFirst.find((risk) => found.includes(risk));
}

/** What starting an activity does to a mailbox that is no demo; undefined where nothing real is at stake. */
export function riskOf({ activity, definition, connection }: PlannedActivity, setup: RunSetup): Risk | undefined {
  if (activity.disabled) return undefined;
  if (Object.values(definition?.properties ?? {}).some(({ kind }) => kind === 'runbook')) return riskOfInvoking(setup);
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
