import type { Link } from '../runbook/runbook.ts';
import { countText } from './logLine.ts';
import type { PlannedActivity, PlannedLink } from './plan.ts';
import type { Produced } from './produced.ts';
import type { RunContext } from './runContext.ts';
import { withoutValues } from './secretItems.ts';
import { valueOf, type Token } from './token.ts';

/** A row that a link let pass, and the earliest time its target may start, in milliseconds since 1970. */
export interface Arrival {
  readonly token: Token;
  readonly notBefore: number;
}

/** The rows that one link lets pass, in row order. */
export interface Delivery {
  readonly link: Link;
  readonly arrivals: readonly Arrival[];
}

/** Lets one link judge rows, tells each verdict, and answers the rows that pass. */
export async function judge(context: RunContext, { link, test }: PlannedLink, execution: string, { status, tokens }: Produced): Promise<Arrival[]> {
  const now = context.ports.clock.now();
  const arrivals: Arrival[] = [];
  for (const token of tokens) {
    const verdict = test({ status, value: (label) => valueOf(token, label) });
    context.emit({ type: 'linkEvaluated', from: link.from, to: link.to, execution, row: token.number, followed: verdict.followed, reason: withoutValues(verdict.reason, token.row, token.secret) });
    for (const text of verdict.warnings.map((warning) => withoutValues(warning, token.row, token.secret)))
      context.once(`${link.from}>${link.to} ${text}`, { type: 'message', level: 'warning', text, activity: link.from, execution });
    if (verdict.followed) arrivals.push({ token, notBefore: now + link.delaySeconds * 1000 });
    await context.room();
  }
  return arrivals;
}

/**
 * Lets all links of an activity judge all of its rows, in file order and row order, and tells each verdict. A result
 * that no link takes care of counts for the status of the run.
 */
export async function evaluateLinks(context: RunContext, planned: PlannedActivity, execution: string, produced: Produced): Promise<readonly Delivery[]> {
  const { status, tokens } = produced;
  const deliveries: Delivery[] = [];
  for (const each of planned.links) deliveries.push({ link: each.link, arrivals: await judge(context, each, execution, produced) });
  if (tokens.length === 0 && planned.links.length > 0) {
    const text = `No rows, ${countText(planned.links.length, 'link')} not followed.`;
    context.emit({ type: 'message', level: 'information', text, activity: planned.key, execution });
  }
  if (status !== 'success' && deliveries.every(({ arrivals }) => arrivals.length === 0)) context.unhandled(status);
  return deliveries;
}
