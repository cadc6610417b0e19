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

function reach(runbook: Runbook, key: string, next: (link: Link) => { readonly at: string; readonly to: string }): readonly string[] {
  const neighbours = new Map<string, string[]>();
  for (const { at, to } of runbook.links.map(next)) neighbours.set(at, [...(neighbours.get(at) ?? []), to]);
  const found = new Set<string>();
  let front = [key];
  while (front.length > 0) {
    const reached = front.flatMap((at) => neighbours.get(at) ?? []);
    front = [...new Set(reached)].filter((candidate) => !found.has(candidate));
    for (const candidate of front) found.add(candidate);
  }
  return [...found].filter((candidate) => Object.hasOwn(runbook.activities, candidate));
}

/** Activities whose data can reach an activity, nearest first; not the activity itself unless it stands on a cycle. */
export function upstreamOf(runbook: Runbook, key: string): readonly string[] {
  return reach(runbook, key, (link) => ({ at: link.to, to: link.from }));
}

/** Activities that run after an activity, nearest first. */
export function downstreamOf(runbook: Runbook, key: string): readonly string[] {
  return reach(runbook, key, (link) => ({ at: link.from, to: link.to }));
}

/** Whether a new link would close a cycle, a link from an activity to itself included. */
export function wouldCycle(runbook: Runbook, from: string, to: string): boolean {
  return from === to || downstreamOf(runbook, to).includes(from);
}

/** Activities in an order in which every one comes after all that link to it; those on a cycle come last. */
export function orderOf(runbook: Runbook): readonly string[] {
  const known = (key: string): boolean => Object.hasOwn(runbook.activities, key);
  const links = runbook.links.filter((link) => known(link.from) && known(link.to));
  const open = new Map(Object.keys(runbook.activities).map((key) => [key, links.filter((link) => link.to === key).length]));
  const ordered: string[] = [];
  let ready = [...open].filter(([, incoming]) => incoming === 0).map(([key]) => key);
  while (ready.length > 0) {
    const next: string[] = [];
    for (const key of ready) {
      ordered.push(key);
      for (const link of links.filter((candidate) => candidate.from === key)) {
        const left = (open.get(link.to) ?? 0) - 1;
        open.set(link.to, left);
        if (left === 0) next.push(link.to);
      }
    }
    ready = next;
  }
  return [...ordered, ...Object.keys(runbook.activities).filter((key) => !ordered.includes(key))];
}

/** Activities that stand on a cycle of links, in file order. */
export function cyclic(runbook: Runbook): readonly string[] {
  return Object.keys(runbook.activities).filter((key) => downstreamOf(runbook, key).includes(key));
}
