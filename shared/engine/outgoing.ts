import type { ActivityStatus, Link } from '../runbook/runbook.ts';
import { narrowed } from './kept.ts';
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

/** Lets a link judge a row and tells the verdict; answers the row where it passes. */
function judgeRow(context: RunContext, { link, test }: PlannedLink, execution: string, status: ActivityStatus, token: Token): Arrival | undefined {
  const verdict = test({ status, value: (label) => valueOf(token, label) });
  const reason = withoutValues(verdict.reason, token.row, token.secret);
  const at = context.emit({ type: 'linkEvaluated', from: link.from, to: link.to, execution, row: token.number, followed: verdict.followed, reason });
  for (const warning of verdict.warnings) {
    const text = withoutValues(warning, token.row, token.secret);
    context.once(`${link.from}>${link.to} ${text}`, { type: 'message', level: 'warning', text, activity: link.from, execution });
  }
  return verdict.followed ? { token: narrowed(token, context.kept), notBefore: link.delaySeconds === 0 ? 0 : at + link.delaySeconds * 1000 } : undefined;
}

/** Lets one link judge rows, tells each verdict, and answers the rows that pass. */
export async function judge(context: RunContext, link: PlannedLink, execution: string, { status, tokens }: Produced): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const token of tokens) {
    const arrival = judgeRow(context, link, execution, status, token);
    if (arrival !== undefined) arrivals.push(arrival);
    if (context.isFull()) await context.room();
  }
  return arrivals;
}

/**
 * Lets all links of an activity judge all of its rows, in file order and row order, and tells each verdict. A result
 * that no link takes care of counts for the status of the run.
 */
export function evaluateLinks(context: RunContext, planned: PlannedActivity, execution: string, produced: Produced): readonly Delivery[] | Promise<readonly Delivery[]> {
  const { status, tokens } = produced;
  if (tokens.length > 1) return evaluateMany(context, planned, execution, produced);
  // Most executions have one row, for which there always is room.
  const [token] = tokens;
  return concluded(
    context,
    planned,
    execution,
    produced,
    planned.links.map((each) => {
      const arrival = token === undefined ? undefined : judgeRow(context, each, execution, status, token);
      return { link: each.link, arrivals: arrival === undefined ? [] : [arrival] };
    }),
  );
}

async function evaluateMany(context: RunContext, planned: PlannedActivity, execution: string, produced: Produced): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const each of planned.links) deliveries.push({ link: each.link, arrivals: await judge(context, each, execution, produced) });
  return concluded(context, planned, execution, produced, deliveries);
}

function concluded(context: RunContext, planned: PlannedActivity, execution: string, { status, tokens }: Produced, deliveries: readonly Delivery[]): readonly Delivery[] {
  if (tokens.length === 0 && planned.links.length > 0) {
    const text = `No rows, ${countText(planned.links.length, 'link')} not followed.`;
    context.emit({ type: 'message', level: 'information', text, activity: planned.key, execution });
  }
  if (status !== 'success' && deliveries.every(({ arrivals }) => arrivals.length === 0)) context.unhandled(status);
  return deliveries;
}
