import { countText, whoOf } from '../engine/logLine.ts';
import { spanText } from '../text/measures.ts';
import type { PublishedRow, ResolvedInput } from '../engine/events.ts';
import type { ExecutionView, RunView } from '../engine/runView.ts';
import { escaped, more, table } from './html.ts';
import { requestsPart, type ReportedRequests } from './htmlRequests.ts';
import type { RunHeader } from './runHeader.ts';
import type { RunSummary } from './runSummary.ts';
import { connectionsText, resultSentence, resultWords, startedByWords } from './summaryText.ts';

/** Rows of one execution, executions, those of one invoked run, and log lines that a report shows; more would make a page that browsers struggle with. */
const limits = { rows: 200, executions: 2_000, invoked: 200, lines: 5_000 } as const;

// System colors only: the page is right in light and dark, and prints as black on white.
const style = `:root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid GrayText;overflow-wrap:anywhere;max-width:32rem}
td{font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}summary{cursor:pointer;padding:4px 0}details{border-bottom:1px solid GrayText}.invoked{margin-left:1.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85em;border-left:2px solid GrayText;padding-left:1em}.result{font-size:1.1rem;font-weight:600}@media print{details>*{display:block}}`;

const inputRows = (inputs: readonly ResolvedInput[]): string[][] => inputs.map(({ label, design, value }) => [label, design, value]);

function rowsTable(rows: readonly PublishedRow[]): string {
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return table(['#', ...labels], rows.map((row, index) => [String(index + 1), ...labels.map((label) => row[label] ?? '')]));
}

function errorText({ error, reason }: ExecutionView): string {
  if (error === undefined) return reason === undefined ? '' : `<p>${escaped(reason)}</p>`;
  const why = error.why === undefined ? '' : ` ${error.why}`;
  return `<p><strong>${escaped(error.what)}</strong>${escaped(why)}</p><ol>${error.fix.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol><p>${escaped(error.code)}</p>`;
}

/** A run that an execution invoked, with its executions in it. */
function invokedPart(view: RunView): string {
  const executions = view.executions.values.slice(0, limits.invoked);
  const parts = executions.map((one) => executionPart(one, view.names[one.activity] ?? one.activity)).join('');
  return `<details class="invoked"${view.status === 'failed' ? ' open' : ''}><summary>${escaped(`Run of ${view.runbook}: ${view.status}`)}</summary>${parts}${more(view.executions.size, executions.length, 'activity run')}</details>`;
}

function executionPart(execution: ExecutionView, name: string): string {
  const place = execution.items > 1 ? `, item ${execution.item} of ${execution.items}` : '';
  const took = execution.durationMs === undefined ? '' : `, ${spanText(execution.durationMs)}`;
  const rows = execution.rows.slice(0, limits.rows);
  const head = `${name}${place}: ${execution.state}, ${countText(execution.rowCount, 'row')}${took}`;
  const inputs = execution.inputs.length === 0 ? '' : `<h3>Input</h3>${table(['Property', 'As designed', 'At run time'], inputRows(execution.inputs))}`;
  const published = rows.length === 0 ? '' : `<h3>Published data</h3>${rowsTable(rows)}${more(execution.rowCount, rows.length, 'row')}`;
  return `<details${execution.state === 'failed' ? ' open' : ''}><summary>${escaped(head)}</summary>${errorText(execution)}${inputs}${published}${execution.children.map(invokedPart).join('')}</details>`;
}

/** A run as one page of HTML that needs nothing else: no script, no picture, no network. Every text in it is escaped. */
export function htmlReport(header: RunHeader, summary: RunSummary, view: RunView, requests?: ReportedRequests): string {
  const nameOf = (key: string): string => view.names[key] ?? header.document.activities[key]?.name ?? key;
  const facts = [
    ['Runbook', header.document.name],
    ['Result', resultWords[summary.result]],
    ['Started', header.at],
    ['Duration', summary.durationMs === undefined ? '' : spanText(summary.durationMs)],
    ['Connections', connectionsText(header.connections)],
    ['Started by', startedByWords[header.startedBy]],
    ['Workspace', header.workspace.name],
    ['Run', header.run],
  ].filter(([, value]) => value !== '');
  const activities = Object.values(view.activities).map((one) =>
    [nameOf(one.activity), one.state, one.executions.length, one.rows, one.failed].map((value) => (typeof value === 'number' ? value.toLocaleString('en-US') : value)),
  );
  const executions = view.executions.values.slice(0, limits.executions);
  const lines = view.log.slice(0, limits.lines);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${header.document.name}, ${header.at}`)}</title><style>${style}</style></head><body>
<h1>${escaped(header.document.name)}</h1>
<p class="result">${escaped(resultSentence(summary))}</p>
${table(['Fact', 'Value'], facts)}
<h2>Activities</h2>
${table(['Activity', 'State', 'Runs', 'Rows', 'Failed'], activities)}
<h2>Activity runs</h2>
${executions.map((one) => executionPart(one, nameOf(one.activity))).join('\n')}
${more(view.executions.size, executions.length, 'activity run')}
${requests === undefined ? '' : requestsPart(requests, view)}
<h2>Log</h2>
${table(['Time', 'Activity', 'Event'], lines.map((line) => [line.at, whoOf(line, view.names).replaceAll('  ', '\u2003'), line.text]))}
${more(view.log.length, lines.length, 'line')}
</body></html>
`;
}
