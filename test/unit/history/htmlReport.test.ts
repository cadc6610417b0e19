import { expect, test } from 'vitest';
import type { RunEvent, RunEventBody } from '../../../shared/engine/events.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { htmlReport } from '../../../shared/history/htmlReport.ts';
import { SummaryFold } from '../../../shared/history/runSummary.ts';
import { recordedError, recordedEvents, recordedHeader } from '../../fixtures/recordedRuns.ts';

function report(): string {
  const header = recordedHeader();
  const events = recordedEvents('failed');
  const fold = new SummaryFold(header);
  for (const event of events) fold.add(event);
  return htmlReport(header, fold.summary('interrupted'), events.reduce(foldRunEvent, emptyRunView));
}

test('says what ran, how it ended and what it published', () => {
  const page = report();
  expect(page).toContain('<h1>Triage</h1>');
  expect(page).toContain(`Failed in Reply: ${recordedError.what}`);
  expect(page).toContain('Help desk mailbox (real)');
  expect(page).toContain('<td>VPN</td>');
  expect(page).toContain('Reply, item 2 of 2: failed');
});

test('every text is escaped, and nothing is fetched or run', () => {
  const page = report();
  expect(page).toContain('Printer &lt;on&gt; fire');
  expect(page).not.toContain('Printer <on>');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<img|<link|https?:/);
});

test('rows beyond the limit are counted instead of shown', () => {
  const header = recordedHeader();
  const [started, queued, begun] = recordedEvents('success');
  if (started === undefined || queued === undefined || begun === undefined) throw new Error('The fixture is empty.');
  const rows = Array.from({ length: 205 }, (_, index) => ({ type: 'activityPublished', execution: 'e1', activity: 'find', item: 1, items: 1, row: index + 1, values: { Subject: `Mail ${index + 1}` }, seq: 4 + index, at: begun.at, run: 'run-1' }) as const);
  const page = htmlReport(header, new SummaryFold(header).summary('interrupted'), [started, queued, begun, ...rows].reduce(foldRunEvent, emptyRunView));
  expect(page).toContain('<td>Mail 200</td>');
  expect(page).not.toContain('<td>Mail 201</td>');
  expect(page).toContain('5 more rows left out here.');
});

test('an invoked run lies inside the activity run that invoked it, with its lines in the log below it', () => {
  const header = recordedHeader();
  const stamp = { at: header.at, run: 'run-1' };
  const call = { execution: 'c1', activity: 'find', item: 1, items: 1 };
  const inner: RunEventBody[] = [
    { type: 'runStarted', runbook: 'Inner & co', order: 'item by item', startedBy: 'test', input: {}, names: { send: 'Send' } },
    { type: 'activityQueued', execution: 'i1', activity: 'send', item: 1, items: 1 },
    { type: 'activityFinished', execution: 'i1', activity: 'send', item: 1, items: 1, outcome: 'failed', durationMs: 1, rows: 0, error: recordedError, common: {} },
    { type: 'runFinished', status: 'failed', durationMs: 2 },
  ];
  const bodies: RunEventBody[] = [{ type: 'activityQueued', ...call }, ...inner.map((body, index): RunEventBody => ({ type: 'childEvent', execution: 'c1', activity: 'find', event: { ...body, seq: index + 1, at: header.at, run: 'child' } }))];
  const view = bodies.map((body, index): RunEvent => ({ ...body, seq: index + 1, ...stamp })).reduce(foldRunEvent, emptyRunView);
  const page = htmlReport(header, new SummaryFold(header).summary('interrupted'), view);
  expect(page).toMatch(/<details class="invoked" open><summary>Run of Inner &amp; co: failed<\/summary><details open><summary>Send: failed/);
  expect(page).toContain('<td>\u2003Send</td>');
});
