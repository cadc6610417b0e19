import type { Link, Runbook } from './runbook.ts';

/** Names a link by its ends. */
export const linkKey = (link: Pick<Link, 'from' | 'to'>): string => `${link.from}>${link.to}`;

/** Links that leave an activity, in file order. */
export function linksFrom(runbook: Runbook, key: string): readonly Link[] {
  return runbook.links.filter((link) => link.from === key);
}

/** Activities without incoming links, in file order. A runbook that can run has exactly one (runbook-model 1.4). */
export function startsOf(runbook: Runbook): readonly string[] {
  const targets = new Set(runbook.links.map((link) => link.to));
  return Object.keys(runbook.activities).filter((key) => !targets.has(key));
}

/** The activity a runbook starts with, or undefined where there is none or more than one. */
export function startOf(runbook: Runbook): string | undefined {
  const starts = startsOf(runbook);
  return starts.length === 1 ? starts[0] : undefined;
}

/** Ends of links by the other end. */
type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf(links: readonly Link[], at: 'from' | 'to'): Neighbours {
  const neighbours = new Map<string, string[]>();
  for (const link of links) {
    const known = neighbours.get(link[at]);
    const other = link[at === 'from' ? 'to' : 'from'];
    if (known === undefined) neighbours.set(link[at], [other]);
    else known.push(other);
  }
  return neighbours;
}

// Lists of links never change, so what is known of one holds as long as it is used; a large runbook asks for each of its activities.
const forward = new WeakMap<readonly Link[], Neighbours>();
const backward = new WeakMap<readonly Link[], Neighbours>();

function neighbours({ links }: Runbook, at: 'from' | 'to'): Neighbours {
  const known = at === 'from' ? forward : backward;
  const found = known.get(links) ?? neighboursOf(links, at);
  known.set(links, found);
  return found;
}

function reach(runbook: Runbook, key: string, at: 'from' | 'to'): readonly string[] {
  const next = neighbours(runbook, at);
  const found = new Set<string>();
  let front = [key];
  while (front.length > 0) {
    const reached = front.flatMap((from) => next.get(from) ?? []);
    front = [...new Set(reached)].filter((candidate) => !found.has(candidate));
    for (const candidate of front) found.add(candidate);
  }
  return [...found].filter((candidate) => Object.hasOwn(runbook.activities, candidate));
}

/** Activities whose data can reach an activity, nearest first; not the activity itself unless it stands on a cycle. */
export function upstreamOf(runbook: Runbook, key: string): readonly string[] {
  return reach(runbook, key, 'to');
}

/** Activities that run after an activity, nearest first. */
export function downstreamOf(runbook: Runbook, key: string): readonly string[] {
  return reach(runbook, key, 'from');
}

/** Whether a new link would close a cycle, a link from an activity to itself included. */
export function wouldCycle(runbook: Runbook, from: string, to: string): boolean {
  return from === to || downstreamOf(runbook, to).includes(from);
}

/** Activities that come after all that link to them, in such an order; those on a cycle and behind one are not among them. */
function sorted(runbook: Runbook): readonly string[] {
  const known = (key: string): boolean => Object.hasOwn(runbook.activities, key);
  const incoming = new Map(Object.keys(runbook.activities).map((key) => [key, 0]));
  for (const { from, to } of runbook.links) if (known(from) && known(to)) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const ordered: string[] = [];
  let ready = [...incoming].filter(([, count]) => count === 0).map(([key]) => key);
  while (ready.length > 0) {
    const next: string[] = [];
    for (const key of ready) {
      ordered.push(key);
      for (const to of neighbours(runbook, 'from').get(key) ?? []) {
        if (!known(to)) continue;
        const left = (incoming.get(to) ?? 0) - 1;
        incoming.set(to, left);
        if (left === 0) next.push(to);
      }
    }
    ready = next;
  }
  return ordered;
}

/** Activities in an order in which every one comes after all that link to it; those on a cycle come last. */
export function orderOf(runbook: Runbook): readonly string[] {
  const ordered = sorted(runbook);
  const done = new Set(ordered);
  return [...ordered, ...Object.keys(runbook.activities).filter((key) => !done.has(key))];
}

/** Activities that stand on a cycle of links, in file order. */
export function cyclic(runbook: Runbook): readonly string[] {
  const outside = new Set(sorted(runbook));
  return Object.keys(runbook.activities).filter((key) => !outside.has(key) && downstreamOf(runbook, key).includes(key));
}
