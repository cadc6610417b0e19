import type { Registry } from '../activities/registry.ts';
import type { Activity, Runbook } from './runbook.ts';

/** Whether a property decides what an activity publishes or lets through: declarations do, and texts that name an activity or a runbook. */
function decides(key: string, activity: Activity, registry: Registry): boolean {
  const kind = registry.get(activity.type)?.properties[key]?.kind;
  return kind === 'activity' || kind === 'runbook' || typeof activity.properties[key] === 'object';
}

function sameActivity(a: Activity, b: Activity, registry: Registry): boolean {
  if (a === b) return true;
  if (a.name !== b.name || a.type !== b.type || a.connection !== b.connection || a.disabled !== b.disabled) return false;
  const keys = new Set([...Object.keys(a.properties), ...Object.keys(b.properties)]);
  return [...keys].every((key) => a.properties[key] === b.properties[key] || !(decides(key, a, registry) || decides(key, b, registry)));
}

/** Whether two states of a runbook offer the same data to subscribe to: the same activities, joined in the same way. */
export function sameStructure(a: Runbook, b: Runbook, registry: Registry): boolean {
  if (a.activities === b.activities && a.links === b.links && a.returns === b.returns) return true;
  const keys = Object.keys(a.activities);
  if (keys.length !== Object.keys(b.activities).length || a.links.length !== b.links.length || a.returns !== b.returns) return false;
  const sameLinks = a.links.every((link, index) => link.from === b.links[index]?.from && link.to === b.links[index].to);
  return sameLinks && keys.every((key) => {
    const [one, other] = [a.activities[key], b.activities[key]];
    return one !== undefined && other !== undefined && sameActivity(one, other, registry);
  });
}
