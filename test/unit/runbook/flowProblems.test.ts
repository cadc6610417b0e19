import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { problemsOf, type RunbookFacts } from '../../../shared/runbook/problems.ts';
import { repaired } from '../../../shared/runbook/repair.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import { findTarget, interfaceOf } from '../../../shared/runbook/targets.ts';
import { runbook } from '../../fixtures/runbooks.ts';

const declared = (name: string): object => ({ start: { type: 'control.initializeData', name: 'Start', properties: { parameters: [{ name }] } } });
const child = runbook({ name: 'Answer', returns: [{ name: 'Ticket' }], activities: declared('Number') });
const watching = runbook({ name: 'Watching', activities: { watch: { type: 'exchange.monitorItem', name: 'Watch' } } });
const target = (key: string, document: Runbook): RunbookFacts['runbooks'][number] => ({ key, name: document.name, ...interfaceOf(document, activities) });
const facts: RunbookFacts = { registry: activities, connections: [], variables: [], runbooks: [target('desk/answer', child), target('watching', watching)] };

const data = (name: string, more: object = {}): object => ({ type: 'control.initializeData', name, ...more });
const calling = (properties: object): Runbook =>
  runbook({ activities: { start: data('Start'), call: { type: 'control.invokeRunbook', name: 'Call', properties } }, links: [{ from: 'start', to: 'call' }] });
const codes = (book: Runbook): string[] => problemsOf(book, facts).map(({ code }) => code);

/** A runbook for every repair there is, with the problem that offers it. */
const repairable: readonly (readonly [string, Runbook])[] = [
  [
    'link.twice',
    runbook({
      activities: { a: data('A'), b: data('B') },
      links: [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'b', label: 'again' },
      ],
    }),
  ],
  ['link.missingEnd', runbook({ activities: { a: data('A') }, links: [{ from: 'a', to: 'gone' }] })],
  ['link.namedLink', runbook({ activities: { a: data('A'), b: data('B') }, links: [{ from: 'a', to: 'b', label: 'Link' }] })],
  [
    'link.self',
    runbook({
      activities: { a: data('A'), b: data('B') },
      links: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'b' },
      ],
    }),
  ],
  ['activity.sameName', runbook({ activities: { a: data('A'), b: data('A') }, links: [{ from: 'a', to: 'b' }] })],
  ['loop.noExit', runbook({ activities: { a: data('A', { loop: { maximumAttempts: 3 } }) } })],
  ['loop.endless', runbook({ activities: { a: data('A', { loop: { exit: [{ status: 'success' }] } }) } })],
  [
    'junction.missingActivity',
    runbook({
      activities: { a: data('A'), j: { type: 'control.junction', name: 'J', properties: { returnDataFrom: 'gone' } } },
      links: [{ from: 'a', to: 'j' }],
    }),
  ],
  ['invoke.unknownParameter', calling({ runbook: 'desk/answer', 'parameter.No': '5' })],
  ['invoke.unknownRunbook', calling({ runbook: 'Desk/Answer' })],
  ['runbook.monitorJobs', { ...watching, concurrency: 2 }],
];

describe('a repair', () => {
  test.each(repairable)('solves %s', (code, book) => {
    const problem = problemsOf(book, facts).find((one) => one.code === code);
    expect(problem?.repair?.label).toMatch(/^[A-Z]/);
    if (problem?.repair === undefined) throw new Error(`${code} has no repair.`);
    const after = repaired(book, problem.repair.edit);
    expect(codes(after)).not.toContain(code);
    // Applied twice, or to a runbook that has changed since, it does no harm.
    expect(repaired(after, problem.repair.edit)).toEqual(after);
  });

  test('of a renamed parameter keeps its value', () => {
    const book = calling({ runbook: 'desk/answer', 'parameter.No': '5' });
    const [problem] = problemsOf(book, facts);
    expect(problem?.repair?.label).toBe('Use it for Number');
    expect(problem?.repair && repaired(book, problem.repair.edit).activities['call']?.properties).toEqual({ runbook: 'desk/answer', 'parameter.Number': '5' });
  });

  test('of a link that is there twice keeps the first one', () => {
    const [, book] = repairable[0] ?? ['', runbook({})];
    const [problem] = problemsOf(book, facts);
    expect(problem?.repair && repaired(book, problem.repair.edit).links.map(({ label }) => label)).toEqual([undefined]);
  });
});

describe('invoking a runbook', () => {
  test.each<[string, object, string[]]>([
    ['without a choice', {}, ['property.required']],
    ['that fits', { runbook: 'desk/answer', 'parameter.Number': '5' }, []],
    ['by its path, whatever the case and the slashes', { runbook: '\\Desk\\ANSWER', byPath: 'True' }, []],
    ['by a path of published data', { runbook: 'desk/{{start.Name}}', byPath: 'True' }, ['reference.missingItem']],
    ['that is not there', { runbook: 'desk/gone' }, ['invoke.unknownRunbook']],
    ['that starts with a monitor', { runbook: 'watching' }, ['invoke.monitor']],
  ])('%s', (_what, properties, expected) => {
    expect(codes(calling(properties))).toEqual(expected);
  });

  test('offers what it returns, and what it takes', () => {
    const book = { ...calling({ runbook: 'desk/answer' }) };
    book.activities['after'] = {
      ...child.activities['start'],
      type: 'control.initializeData',
      name: 'After',
      version: 1,
      disabled: false,
      properties: {},
      filters: [],
    };
    book.links.push({ from: 'call', to: 'after', include: [], exclude: [], delaySeconds: 0, disabled: false });
    const call = subscribable(book, 'after', facts).find(({ activity }) => activity === 'call');
    expect(call?.items.filter(({ common }) => !common).map(({ label }) => label)).toEqual(['Child runbook Job ID', 'Child runbook status', 'Ticket']);
  });

  test('finds by key first, and by path only where that is asked for', () => {
    expect(findTarget(facts.runbooks, 'desk/answer', false)?.name).toBe('Answer');
    expect(findTarget(facts.runbooks, 'Desk/Answer', false)).toBeUndefined();
    expect(findTarget(facts.runbooks, 'Runbooks\\Desk\\Answer', true)?.name).toBe('Answer');
  });
});

describe('a junction', () => {
  const joined = (from: string, text = ''): Runbook =>
    runbook({
      activities: {
        start: data('Start', { properties: { parameters: [{ name: 'S' }] } }),
        a: data('A', { properties: { parameters: [{ name: 'X' }] } }),
        b: data('B', { properties: { parameters: [{ name: 'Y' }] } }),
        join: { type: 'control.junction', name: 'Join', properties: { returnDataFrom: from } },
        next: { type: 'control.invokeRunbook', name: 'Next', properties: { runbook: 'desk/answer', 'parameter.Number': text } },
        side: data('Side'),
      },
      links: [
        { from: 'start', to: 'a' },
        { from: 'start', to: 'b' },
        { from: 'a', to: 'join' },
        { from: 'b', to: 'join' },
        { from: 'join', to: 'next' },
        { from: 'start', to: 'side' },
      ],
    });
  const seen = (book: Runbook, key: string): string[] => subscribable(book, key, facts).map(({ activity }) => activity);

  test('lets only the chosen branch and what ran before it be subscribed to', () => {
    expect(seen(joined('a'), 'next')).toEqual(['join', 'a', 'start']);
    expect(seen(joined(''), 'next')).toEqual(['join']);
    expect(seen(joined('a'), 'join')).toEqual(['a', 'b', 'start']);
  });

  test('makes a reference to another branch a warning that says why', () => {
    expect(problemsOf(joined('a', '{{b.Y}}'), facts)).toMatchObject([
      { code: 'reference.notUpstream', what: 'A junction between B and this activity lets other data through, so its Y is empty here.' },
    ]);
    expect(codes(joined('b', '{{b.Y}} {{start.S}}'))).toEqual([]);
  });

  test('cannot return data from an activity that does not lead to it', () => {
    expect(codes(joined('side'))).toEqual(['junction.notUpstream']);
  });
});

describe('loops, returned data and failures', () => {
  test('conditions of a loop are judged like those of a link', () => {
    const book = runbook({
      activities: { a: data('A', { loop: { maximumAttempts: 2, exit: [{ field: 'Color', operator: 'equals', value: 'x' }], doNotExit: [{ all: [] }] } }) },
    });
    expect(codes(book)).toEqual(['condition.missingItem', 'condition.emptyGroup']);
  });

  test('returned items need names that differ', () => {
    expect(codes(runbook({ activities: { a: data('A') }, returns: [{ name: 'X' }, { name: 'X' }] }))).toEqual(['returns.sameName']);
    expect(codes(runbook({ activities: { a: data('A') }, returns: [{ name: ' ' }] }))).toEqual(['returns.unnamed']);
  });

  test('a failure that nothing handles is told where others are handled', () => {
    const call = (name: string): object => ({ type: 'exchange.deleteItem', name, connection: 'none', properties: { id: '1' } });
    const book = (handled: object[]): string[] =>
      problemsOf(
        runbook({
          activities: { a: call('A'), b: call('B'), c: call('C') },
          links: [
            { from: 'a', to: 'b' },
            { from: 'b', to: 'c', include: handled },
          ],
        }),
        facts,
      )
        .filter(({ code }) => code === 'activity.failureUnhandled')
        .map(({ activity }) => activity ?? '');
    expect(book([])).toEqual([]);
    expect(book([{ status: ['success', 'failed'] }])).toEqual(['a']);
  });
});
