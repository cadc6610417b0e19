import { upstreamOf } from '../runbook/graph.ts';
import type { Link, Runbook } from '../runbook/runbook.ts';
import type { Arrival, Delivery } from './outgoing.ts';
import type { Plan } from './plan.ts';
import type { Joined } from './produced.ts';
import { tokenOf, type Token } from './token.ts';

/** A junction whose branches have all ended. */
export interface Ready {
  readonly junction: string;
  readonly joined: Joined;
  /** Earliest start, in milliseconds since 1970. */
  readonly notBefore: number;
  /** The activity whose data was wanted, where none of its rows arrived. */
  readonly withoutRows?: string;
}

/** Rows of the chosen activity among those that arrived, each once, in the order of links and rows. */
function rowsOf(arrivals: readonly Arrival[], activity: string): Token[] {
  const found = new Map<string, Token>();
  for (const { token } of arrivals) {
    const row = tokenOf(token, activity);
    if (row !== undefined) found.set(`${row.execution} ${row.number}`, row);
  }
  return [...found.values()];
}

/**
 * Holds rows back at junctions until nothing that can still lead there is queued or running (runbook-model 1.6). A branch whose rows
 * were all stopped by a link has ended, too. What arrives nowhere starts nothing: a junction without a row does not run.
 */
export class Junctions {
  readonly #plan: Plan;
  readonly #upstream: ReadonlyMap<string, readonly string[]>;
  readonly #links: readonly Link[];
  /** Steps that are queued or running, by activity; a junction that holds rows counts as one. */
  readonly #open = new Map<string, number>();
  /** Rows that arrived, by junction and link. */
  readonly #held = new Map<string, Map<Link, Arrival[]>>();

  constructor(runbook: Runbook, plan: Plan) {
    const links = runbook.links.filter((link) => !link.disabled);
    const junctions = [...plan.values()].filter(({ joins }) => joins);
    this.#plan = plan;
    this.#links = links;
    this.#upstream = new Map(junctions.map(({ key }) => [key, upstreamOf({ ...runbook, links }, key)]));
  }

  /** Steps of an activity were queued. */
  opened(activity: string, count: number): void {
    if (this.#upstream.size > 0) this.#open.set(activity, (this.#open.get(activity) ?? 0) + count);
  }

  /** Takes the rows that arrive at junctions and leaves those for other activities, in the same places. */
  hold(deliveries: readonly Delivery[]): readonly Delivery[] {
    if (this.#upstream.size === 0) return deliveries;
    return deliveries.map((delivery) => {
      const { link, arrivals } = delivery;
      if (!this.#upstream.has(link.to) || arrivals.length === 0) return delivery;
      const known = this.#held.get(link.to);
      if (known === undefined) this.opened(link.to, 1);
      const held = known ?? new Map<Link, Arrival[]>();
      const before = held.get(link) ?? [];
      for (const arrival of arrivals) before.push(arrival);
      held.set(link, before);
      this.#held.set(link.to, held);
      return { link, arrivals: [] };
    });
  }

  /** So many steps of an activity have ended and what follows from them is queued. Answers the junctions that can run now; each of them is an open step until it is settled. */
  settled(activity: string, count: number): readonly Ready[] {
    if (this.#upstream.size === 0) return [];
    if (count > 0) this.#open.set(activity, (this.#open.get(activity) ?? 0) - count);
    const ready = [...this.#held.keys()].filter((junction) => (this.#upstream.get(junction) ?? []).every((one) => (this.#open.get(one) ?? 0) === 0));
    return ready.map((junction) => this.#take(junction));
  }

  #take(junction: string): Ready {
    const held = this.#held.get(junction);
    this.#held.delete(junction);
    const arrivals = this.#links.flatMap((link) => held?.get(link) ?? []);
    const notBefore = arrivals.reduce((latest, arrival) => Math.max(latest, arrival.notBefore), 0);
    const wanted = this.#chosen(junction);
    const name = wanted === undefined ? undefined : (this.#plan.get(wanted)?.activity.name ?? wanted);
    const rows = wanted === undefined ? [] : rowsOf(arrivals, wanted);
    const joined = { name, parents: rows.length === 0 ? [undefined] : rows };
    return { junction, joined, notBefore, ...(name !== undefined && rows.length === 0 ? { withoutRows: name } : {}) };
  }

  /** The activity that a junction returns data from: its property of that kind. */
  #chosen(junction: string): string | undefined {
    const planned = this.#plan.get(junction);
    const [key] = Object.entries(planned?.definition?.properties ?? {}).find(([, field]) => field.kind === 'activity') ?? [];
    const chosen = key === undefined ? undefined : planned?.activity.properties[key];
    return typeof chosen === 'string' && chosen.trim() !== '' ? chosen.trim() : undefined;
  }
}
