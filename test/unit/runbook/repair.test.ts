import { expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { setConnection, setFilters, setProperty } from '../../../shared/runbook/edits.ts';
import type { RunbookFacts } from '../../../shared/runbook/problem.ts';
import { problemsOf } from '../../../shared/runbook/problems.ts';
import { repaired } from '../../../shared/runbook/repair.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { testConnections } from '../../fixtures/connections.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

const connections = Object.entries(testConnections).map(([key, connection]) => ({ key, connection }));
const facts: RunbookFacts = { registry: activities, connections, variables: [{ name: 'Ticket prefix', encrypted: false, stored: true }], runbooks: [] };
const offers = (book: Runbook, about = facts): string[] => problemsOf(book, about).map(({ code, repair }) => `${code}: ${repair?.label ?? '-'}`);

/** The runbook after the way out of its only problem, which has to be none then. */
function mended(book: Runbook): Runbook {
  const [problem, ...others] = problemsOf(book, facts);
  expect(others).toEqual([]);
  const after = problem?.repair === undefined ? expect.fail('no way out is offered') : repaired(book, problem.repair.edit);
  expect(problemsOf(after, facts)).toEqual([]);
  return after;
}

test('the only configuration that fits an activity is offered, and none where more than one does', () => {
  const without = setConnection(mailRunbook, 'reply', undefined);
  expect(offers(without)).toEqual(['connection.none: Use Send']);
  expect(mended(without)).toEqual(mailRunbook);
  expect(mended(setConnection(mailRunbook, 'reply', 'gone'))).toEqual(mailRunbook);
  expect(mended(setConnection(mailRunbook, 'reply', 'mail'))).toEqual(mailRunbook);
  expect(offers(setConnection(mailRunbook, 'move', undefined))).toEqual(['connection.none: -']);
  expect(offers(without, { ...facts, connections: connections.filter(({ key }) => key !== 'send') })).toContain('connection.none: -');
});

test('a reference to what was renamed is brought up to date, in every place of its field', () => {
  const renamed = setProperty(mailRunbook, 'reply', 'bodyPrefix', '{{find.Subjet}}: {{find.Subjet}}');
  expect(new Set(offers(renamed))).toEqual(new Set(['reference.missingItem: Use Find mail › Subject']));
  const { repair } = problemsOf(renamed, facts)[0] ?? {};
  expect(repair && repaired(renamed, repair.edit).activities['reply']?.properties['bodyPrefix']).toBe('{{find.Subject}}: {{find.Subject}}');
  expect(mended(setProperty(mailRunbook, 'reply', 'bodyPrefix', '{{variables.Ticket prefx}}')).activities['reply']?.properties['bodyPrefix']).toBe('{{variables.Ticket prefix}}');
});

test('a reference in a filter is brought up to date in its row', () => {
  const rows = [{ field: 'Subject', operator: 'contains', value: 'x' }, { field: 'Subject', operator: 'contains', value: '{{start.Prefx}}' }] as const;
  const after = mended(setFilters(mailRunbook, 'find', rows));
  expect(after.activities['find']?.filters.map(({ value }) => value)).toEqual(['x', '{{start.Prefix}}']);
});

test('nothing is offered for a reference that is like no other, nor for one that only runs too late', () => {
  expect(offers(setProperty(mailRunbook, 'move', 'destinationFolder', '{{start.Nothing like it}}'))).toEqual(['reference.missingItem: -']);
  expect(offers(setProperty(mailRunbook, 'find', 'searchFolder', '{{reply.Body Prefix}}'))).toEqual(['reference.notUpstream: -']);
});
