import { expect, test } from 'vitest';
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
