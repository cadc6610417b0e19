import { commonData } from '../activities/commonData.ts';
import { shapeOf } from '../activities/shape.ts';
import type { FieldKind } from '../fields/field.ts';
import { downstreamOf } from './graph.ts';
import type { RunbookFacts } from './problem.ts';
import type { Runbook } from './runbook.ts';
import { surroundingsOf } from './targets.ts';
import { visibleFrom } from './visibleData.ts';

/** The facts that what an activity publishes depends on. */
export type PublishingFacts = Pick<RunbookFacts, 'registry' | 'connections' | 'runbooks'>;

/** A published item that can be subscribed to. */
export interface SubscribableItem {
  readonly label: string;
  readonly dataType: FieldKind;
  readonly help: string;
  /** Published by every activity; shown when the person asks for common published data. */
  readonly common: boolean;
}

/** An activity with what it publishes. */
export interface SubscribableActivity {
  readonly activity: string;
  readonly name: string;
  readonly items: readonly SubscribableItem[];
}

/** What one activity publishes: its own items in the order they are shown, then the common ones. */
export function publishedBy(runbook: Runbook, key: string, facts: PublishingFacts): readonly SubscribableItem[] {
  const activity = runbook.activities[key];
  const definition = activity === undefined ? undefined : facts.registry.get(activity.type);
  if (activity === undefined || definition === undefined) return [];
  const connection = facts.connections.find((entry) => entry.key === activity.connection)?.connection;
  const own = Object.values(shapeOf(definition, activity, connection, surroundingsOf(runbook, facts.runbooks)).publishes).map((field) => ({ field, common: false }));
  const common = Object.values(commonData).map((field) => ({ field, common: true }));
  return [...own, ...common].map((entry) => ({ label: entry.field.label, dataType: entry.field.kind, help: entry.field.help, common: entry.common }));
}

/** What an activity may subscribe to: every activity upstream of it whose data reaches it, nearest first. */
export function subscribable(runbook: Runbook, key: string, facts: PublishingFacts): readonly SubscribableActivity[] {
  return visibleFrom(runbook, key, facts.registry).map((upstream) => ({
    activity: upstream,
    name: runbook.activities[upstream]?.name ?? upstream,
    items: publishedBy(runbook, upstream, facts),
  }));
}

/** An activity whose data cannot be subscribed to, and why. */
export interface UnreachableActivity extends SubscribableActivity {
  readonly reason: string;
}

/** The activities that an activity may not subscribe to: those that run later, and those on another path. */
export function unreachable(runbook: Runbook, key: string, facts: PublishingFacts): readonly UnreachableActivity[] {
  const before = new Set(visibleFrom(runbook, key, facts.registry));
  const later = new Set(downstreamOf(runbook, key));
  return Object.entries(runbook.activities).flatMap(([other, { name }]) =>
    other === key || before.has(other)
      ? []
      : [{ activity: other, name, items: publishedBy(runbook, other, facts).filter(({ common }) => !common), reason: later.has(other) ? 'runs later' : 'on another path' }],
  );
}
