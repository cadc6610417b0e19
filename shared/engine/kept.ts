import { referencesIn } from '../runbook/expression/references.ts';
import { downstreamOf } from '../runbook/graph.ts';
import type { Runbook } from '../runbook/runbook.ts';
import { readTexts } from './inputs.ts';
import type { Plan, PlannedActivity } from './plan.ts';
import type { Token } from './token.ts';

/** What activities after one read of the rows on their path. */
export interface Kept {
  /** Activities whose rows are read: this one may be among them, and those before it. */
  readonly activities: ReadonlySet<string>;
  /** Items of this activity that are read. */
  readonly labels: ReadonlySet<string>;
  /** Whether common published data of this activity is among them. */
  readonly common: boolean;
}

/** By activity. One that is missing keeps everything. */
export type KeptData = ReadonlyMap<string, Kept>;

/** Keeps all data of all rows, as a run does in which a person can ask for any of it. */
export const keepEverything: KeptData = new Map();

interface Read {
  readonly activity: string;
  readonly label: string | undefined;
}

/** What an activity reads of others: the references in its texts, and the branch that a junction passes on. */
function readsOf(planned: PlannedActivity): readonly Read[] {
  const references = readTexts(planned).flatMap((text) => referencesIn(planned.expression(text)));
  const subscribed = references.flatMap(({ target }): Read[] => (target.kind === 'activity' ? [{ activity: target.key, label: target.label }] : []));
  const joined = Object.entries(planned.definition?.properties ?? {}).flatMap(([key, field]): Read[] => {
    const chosen = planned.activity.properties[key];
    return field.kind === 'activity' && typeof chosen === 'string' ? [{ activity: chosen.trim(), label: undefined }] : [];
  });
  return [...subscribed, ...joined];
}

/** Works out what has to be kept of each activity's rows: with it, a hundred thousand messages cost what is read of them later and not what they hold. */
export function keptOf(plan: Plan, runbook: Runbook): KeptData {
  const reads = new Map([...plan].map(([key, planned]) => [key, readsOf(planned)]));
  return new Map(
    [...plan].map(([key, planned]): [string, Kept] => {
      const later = downstreamOf(runbook, key).flatMap((after) => reads.get(after) ?? []);
      const labels = new Set(later.flatMap(({ activity, label }) => (activity === key && label !== undefined ? [label] : [])));
      const own = new Set(Object.values(planned.shape.publishes).map(({ label }) => label));
      return [key, { activities: new Set(later.map(({ activity }) => activity)), labels, common: [...labels].some((label) => !own.has(label)) }];
    }),
  );
}

/** A token with what is still read of its row. It keeps its place: the execution and row that it stands for. */
export function narrowed(token: Token, kept: KeptData): Token {
  const own = kept.get(token.activity);
  if (own === undefined) return token;
  const row: Record<string, string> = {};
  for (const label of own.labels) {
    const value = Object.hasOwn(token.row, label) ? token.row[label] : undefined;
    if (value !== undefined) row[label] = value;
  }
  const { parent, activity, execution, number, secret, facts } = token;
  return { parent, activity, execution, number, row, secret, facts: own.common ? facts : undefined };
}

/** The nearest row on the path to an activity that an activity after it reads: the one that its own rows have to remember. */
export function nearestRead(token: Token | undefined, activity: string, kept: KeptData): Token | undefined {
  const own = kept.get(activity);
  let at = token;
  while (own !== undefined && at !== undefined && !own.activities.has(at.activity)) at = at.parent;
  return at;
}
