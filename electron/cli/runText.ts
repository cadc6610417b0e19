import type { ChildEvent, RunEvent } from '../../shared/engine/events.ts';
import { countText } from '../../shared/engine/logLine.ts';
import { spanText } from '../../shared/text/measures.ts';
import type { RunView } from '../../shared/engine/runView.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { Output } from './output.ts';

const marks = { success: '✓', warning: '!', failed: '✕', cancelled: '■', skipped: '-' } as const;
const colors = { success: 'green', warning: 'yellow', failed: 'red', cancelled: 'yellow', skipped: 'gray' } as const;
/** The color of each result of a run. */
export const runColors = { success: 'green', warning: 'yellow', failed: 'red', cancelled: 'yellow' } as const;

/** Names of the activities of each run, by run and key: a run tells them when it begins. */
type Names = Map<string, Readonly<Record<string, string>>>;

/** What an event of an invoked run looks like, indented below the activity that invoked it: its end is told, too, since others follow. */
function childLine({ event }: ChildEvent, names: Names, out: Output): string | undefined {
  const line =
    event.type === 'runFinished'
      ? `${out.styled(runColors[event.status], event.status)} after ${spanText(event.durationMs)}${event.error === undefined ? '' : `  ${event.error.what}`}`
      : lineOf(event, names, out);
  return line === undefined ? undefined : `    ${line}`;
}

function lineOf(event: RunEvent, names: Names, out: Output): string | undefined {
  if (event.type === 'childEvent') return childLine(event, names, out);
  if (event.type === 'loopAttempt') return `  attempt ${event.attempt}: ${event.status}, ${event.exits ? 'the loop ends' : 'the loop goes on'}, ${event.reason}`;
  if (event.type === 'platformEvent') return `  ${event.severity}: ${event.summary}${event.details === undefined ? '' : ` ${event.details}`}`;
  if (event.type === 'runStarted') {
    names.set(event.run, event.names ?? {});
    return `${event.runbook} (${event.order})`;
  }
  if (event.type === 'message') return `  ${event.level}: ${event.text}`;
  if (event.type === 'limitReached') return `  stopped at the limit of ${event.maximum.toLocaleString('en-US')} ${event.limit}`;
  if (event.type !== 'activityFinished') return undefined;
  const name = names.get(event.run)?.[event.activity] ?? event.activity;
  const row = event.items > 1 ? `  row ${event.item} of ${event.items}` : '';
  const why = event.error === undefined ? '' : `  ${event.error.what}`;
  return `${out.styled(colors[event.outcome], marks[event.outcome])} ${name}${row}  ${countText(event.rows, 'row')}  ${spanText(event.durationMs)}${why}`;
}

/**
 * Answers what makes of each event of a run, in order, the line that a person sees while it goes on; undefined for events that only programs want.
 * Runs of invoked runbooks are indented.
 */
export function runLines(out: Output): (event: RunEvent) => string | undefined {
  const names: Names = new Map();
  return (event) => lineOf(event, names, out);
}

/** One row for each activity that was reached, under a heading. */
export function runTable(view: RunView, runbook: Runbook): string[][] {
  const rows = Object.values(view.activities).map((one) => [
    runbook.activities[one.activity]?.name ?? one.activity,
    one.state,
    one.finished.toLocaleString('en-US'),
    one.rows.toLocaleString('en-US'),
    one.failed.toLocaleString('en-US'),
  ]);
  return [['Activity', 'State', 'Executions', 'Rows', 'Failed'], ...rows];
}
