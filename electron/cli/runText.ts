import type { RunEvent } from '../../shared/engine/events.ts';
import { countText, spanText } from '../../shared/engine/logLine.ts';
import type { RunView } from '../../shared/engine/runView.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import type { Output } from './output.ts';

const marks = { success: '✓', warning: '!', failed: '✕', cancelled: '■', skipped: '-' } as const;
const colors = { success: 'green', warning: 'yellow', failed: 'red', cancelled: 'yellow', skipped: 'gray' } as const;

/** The line a person sees for an event while a run goes on, or undefined for those that only programs want. Runs of invoked runbooks are indented. */
export function runLine(event: RunEvent, runbook: Pick<Runbook, 'activities'>, out: Output): string | undefined {
  if (event.type === 'childEvent') {
    const line = runLine(event.event, { activities: {} }, out);
    return line === undefined ? undefined : `    ${line}`;
  }
  if (event.type === 'platformEvent') return `  ${event.severity}: ${event.summary}${event.details === undefined ? '' : ` ${event.details}`}`;
  if (event.type === 'runStarted') return `${event.runbook} (${event.order})`;
  if (event.type === 'message') return `  ${event.level}: ${event.text}`;
  if (event.type === 'limitReached') return `  stopped at the limit of ${event.maximum.toLocaleString('en-US')} ${event.limit}`;
  if (event.type !== 'activityFinished') return undefined;
  const name = runbook.activities[event.activity]?.name ?? event.common['Activity name'] ?? event.activity;
  const row = event.items > 1 ? `  row ${event.item} of ${event.items}` : '';
  const why = event.error === undefined ? '' : `  ${event.error.what}`;
  return `${out.styled(colors[event.outcome], marks[event.outcome])} ${name}${row}  ${countText(event.rows, 'row')}  ${spanText(event.durationMs)}${why}`;
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
