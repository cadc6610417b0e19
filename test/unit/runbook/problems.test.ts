import { describe, expect, test } from 'vitest';
import { defineActivity } from '../../../shared/activities/defineActivity.ts';
import { activities, registryOf } from '../../../shared/activities/registry.ts';
import { connect, removeActivities, renameActivity, setConnection, setFilters, setProperty, updateLink } from '../../../shared/runbook/edits.ts';
import { judge, problemsOf } from '../../../shared/runbook/problems.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import { testConnections } from '../../fixtures/connections.ts';
import { mailRunbook, runbook } from '../../fixtures/runbooks.ts';

const monitor = defineActivity({
  type: 'test.monitor',
  version: 1,
  title: 'Monitor',
  category: 'Test',
  icon: 'search',
  summary: 'Waits.',
  connection: 'none',
  effect: 'reads',
  starts: true,
  properties: {},
  publishes: {},
  async *run() {
    yield { own: {} };
  },
});
const facts = {
  registry: registryOf([...activities.all, monitor]),
  connections: Object.entries(testConnections).map(([key, connection]) => ({ key, connection })),
  variables: [
    { name: 'Prefix', encrypted: false, stored: true },
    { name: 'Key', encrypted: true, stored: true },
    { name: 'Other computer', encrypted: true, stored: false },
  ],
  runbooks: [],
};

const found = (book: Runbook): string[] =>
  problemsOf(book, facts).map(({ code, severity, activity, link, field }) =>
    [severity, code, activity ?? (link === undefined ? '' : `${link.from}>${link.to}`), field ?? ''].join(' ').trim(),
  );
const property = (field: string, value: string): string[] => found(setProperty(mailRunbook, 'reply', field, value));

test('a sound runbook has no problems', () => {
  expect(problemsOf(mailRunbook, facts)).toEqual([]);
});

test('a configuration without its password on this computer is named, and one of the demo is not', () => {
  const connections = facts.connections.map((entry) => ({ ...entry, secret: { stored: false } }));
  const codes = problemsOf(mailRunbook, { ...facts, connections }).map(({ code, activity }) => `${code} ${activity ?? ''}`);
  expect(codes).toEqual(['connection.noPassword find', 'connection.noPassword reply', 'connection.noPassword move']);
  const demo = connections.map((entry) => ({ ...entry, connection: { ...entry.connection, demo: true } }));
  expect(problemsOf(mailRunbook, { ...facts, connections: demo })).toEqual([]);
});

test('a schedule, counter or variable that the workspace lacks is named', () => {
  const globals = { counters: ['Tickets'], schedules: ['Office'] };
  const book = runbook({
    activities: {
      check: { type: 'scheduling.checkSchedule', name: 'Check', properties: { schedule: 'Office' } },
      count: { type: 'utilities.getCounterValue', name: 'Count', properties: { counter: 'No such' } },
    },
    links: [{ from: 'check', to: 'count' }],
  });
  expect(problemsOf({ ...book, schedule: 'Night' }, { ...facts, globals }).map(({ code, activity, field }) => `${code} ${activity ?? ''} ${field ?? ''}`)).toEqual(['global.missing  schedule', 'global.missing count counter']);
  expect(problemsOf({ ...book, schedule: 'Night' }, facts)).toEqual([]);
});

test('every problem has a sentence for what and one for the way out', () => {
  const books = [
    runbook({}),
    removeActivities(mailRunbook, ['find']),
    setConnection(mailRunbook, 'find', 'gone'),
    setProperty(mailRunbook, 'reply', 'bodyPrefix', '{{variables.No}} [Upper('),
  ];
  const problems = books.flatMap((book) => problemsOf(book, facts));
  expect(problems.length).toBeGreaterThan(5);
  for (const { what, fix } of problems) {
    expect(what).toMatch(/^[A-Z{].*\.$/);
    expect(fix).toMatch(/^[A-Z].*\.$/);
  }
});

describe('starts and links', () => {
  test.each<[string, Runbook, string[]]>([
    ['no activities', runbook({}), ['error start.none']],
    [
      'two starts',
      removeActivities(mailRunbook, ['find']),
      [
        'error start.several reply',
        'error reference.missingActivity reply id',
        'error reference.missingActivity reply bodyPrefix',
        'error reference.missingActivity move id',
      ],
    ],
    ['a circle', connect(mailRunbook, 'move', 'find'), ['error link.cycle find']],
    [
      'a link to nobody',
      { ...mailRunbook, links: [...mailRunbook.links, { from: 'move', to: 'gone', include: [], exclude: [], delaySeconds: 0, disabled: false }] },
      ['error link.missingEnd move>gone'],
    ],
    ['the same link twice', { ...mailRunbook, links: [...mailRunbook.links, ...mailRunbook.links.slice(0, 1)] }, ['error link.twice start>find']],
    ['a condition without status', updateLink(mailRunbook, 'find', 'reply', { include: [{ status: [] }] }), ['error condition.noStatus find>reply']],
    [
      'a condition on an item nobody publishes',
      updateLink(mailRunbook, 'find', 'reply', { include: [{ field: 'Color', operator: 'equals', value: 'red' }] }),
      ['error condition.missingItem find>reply'],
    ],
    [
      'a broken pattern',
      updateLink(mailRunbook, 'find', 'reply', { exclude: [{ field: 'Subject', operator: 'matchesPattern', value: '(a' }] }),
      ['error condition.pattern find>reply'],
    ],
    [
      'a number that is none',
      updateLink(mailRunbook, 'find', 'reply', { include: [{ field: 'Item Count', operator: 'isGreaterThan', value: 'many' }] }),
      ['error condition.number find>reply'],
    ],
    [
      'a range with one end',
      updateLink(mailRunbook, 'find', 'reply', { include: [{ field: 'Item Count', operator: 'isBetween', value: '1' }] }),
      ['error condition.number find>reply'],
    ],
    [
      'a good condition on common data',
      updateLink(mailRunbook, 'find', 'reply', { include: [{ field: 'Activity status', operator: 'equals', value: 'success' }] }),
      [],
    ],
  ])('%s', (_name, book, expected) => {
    expect(found(book)).toEqual(expected);
  });

  test('a link into a monitor', () => {
    const book = runbook({ activities: { a: { type: 'test.monitor', name: 'A' }, b: { type: 'test.monitor', name: 'B' } }, links: [{ from: 'a', to: 'b' }] });
    expect(found(book)).toEqual(['error link.intoMonitor a>b']);
  });
});

describe('activities', () => {
  test.each<[string, Runbook, string[]]>([
    ['no configuration', setConnection(mailRunbook, 'find', undefined), ['error connection.none find connection']],
    ['a configuration that is gone', setConnection(mailRunbook, 'find', 'gone'), ['error connection.unknown find connection']],
    ['a configuration of the wrong type', setConnection(mailRunbook, 'reply', 'mail'), ['error connection.wrongType reply connection']],
    [
      'a filter on a field there is not',
      setFilters(mailRunbook, 'find', [{ field: 'Color', operator: 'equals', value: 'x' }]),
      ['error filter.unknownField find filters.0'],
    ],
    [
      'a relation the field does not offer',
      setFilters(mailRunbook, 'find', [{ field: 'Is Read', operator: 'contains', value: 'x' }]),
      ['error filter.operator find filters.0'],
    ],
    [
      'a filter value of the wrong type',
      setFilters(mailRunbook, 'find', [{ field: 'Date/Time Received', operator: 'lessThan', value: 'soon' }]),
      ['error filter.value find filters.0'],
    ],
    ['a filter with an empty text', setFilters(mailRunbook, 'find', [{ field: 'Subject', operator: 'equals', value: '' }]), []],
    ['a type nobody knows', runbook({ activities: { a: { type: 'what.ever', name: 'A' } } }), ['error activity.unknownType a']],
    [
      'two parameters of one name',
      setProperty(mailRunbook, 'start', 'parameters', [
        { name: 'Prefix', type: 'String' },
        { name: 'Prefix', type: 'String' },
      ]),
      ['error parameter.sameName start parameters'],
    ],
    ['the same name twice', renameActivity(mailRunbook, 'move', 'Reply'), ['warning activity.sameName reply']],
  ])('%s', (_name, book, expected) => {
    expect(found(book)).toEqual(expected);
  });

  test.each([
    ['', ['error property.required reply bodyPrefix']],
    ['{{gone.Item}}', ['error reference.missingActivity reply bodyPrefix']],
    ['{{find.Colour}}', ['error reference.missingItem reply bodyPrefix']],
    ['{{find.Activity end time in UTC (weekday)}}', []],
    ['{{move.ID}}', ['warning reference.notUpstream reply bodyPrefix']],
    ['{{reply.ID}}', ['warning reference.notUpstream reply bodyPrefix']],
    ['{{variables.Prefix}}', []],
    ['{{variables.No}}', ['error reference.missingVariable reply bodyPrefix']],
    ['{{variables.Key}}', []],
    ["[Upper('{{variables.Key}}')]", []],
    ['Key: {{variables.Key}}', ['error variable.encryptedMixed reply bodyPrefix']],
    ["[Upper('{{variables.Key}}')] ", ['error variable.encryptedMixed reply bodyPrefix']],
    ['{{variables.Other computer}}', ['error variable.noValue reply bodyPrefix']],
    ["[Upper('x'", ['warning function.syntax reply bodyPrefix']],
  ])('a text of %s', (value, expected) => {
    expect(property('bodyPrefix', value)).toEqual(expected);
  });

  test('fixed values are checked, values that come with the data are not', () => {
    expect(property('replyToAll', 'maybe')).toEqual(['error property.invalid reply replyToAll']);
    expect(property('replyToAll', '{{find.Is Read}}')).toEqual([]);
    expect(property('cc', 'nobody')).toEqual(['error property.invalid reply cc']);
  });
});

test('the picker offers upstream activities nearest first, their own items before the common ones', () => {
  const offered = subscribable(mailRunbook, 'move', facts);
  expect(offered.map((entry) => [entry.activity, entry.name])).toEqual([
    ['reply', 'Reply'],
    ['find', 'Find mail'],
    ['start', 'Start'],
  ]);
  const find = offered[1]?.items ?? [];
  expect(find.find((item) => item.label === 'Subject')).toEqual({ label: 'Subject', dataType: 'text', help: 'Subject line of the message.', common: false });
  expect(find.find((item) => item.label === 'Activity status')?.common).toBe(true);
  expect(find.findIndex((item) => item.common)).toBeGreaterThan(find.findLastIndex((item) => !item.common));
  expect(offered[2]?.items.filter((item) => !item.common).map((item) => item.label)).toEqual(['Prefix']);
});

describe('the next state of a runbook', () => {
  const broken = setProperty(setProperty(mailRunbook, 'find', 'searchFolder', ''), 'move', 'destinationFolder', '');
  const before = judge(broken, facts);

  test('is judged anew where something changed, and nowhere else', () => {
    const after = judge(setProperty(broken, 'find', 'searchFolder', 'Inbox'), facts, before);
    expect(after.ofActivities.get('find')).toEqual([]);
    expect(before.ofActivities.get('move')).not.toEqual([]);
    expect(after.ofActivities.get('move')).toBe(before.ofActivities.get('move'));
    expect(after.ofLinks).toBe(before.ofLinks);
    expect(after.problems).toEqual(problemsOf(after.runbook, facts));
  });

  test('has the same list of problems where a text says nothing new about it', () => {
    const after = judge(setProperty(broken, 'reply', 'bodyPrefix', 'Hello'), facts, before);
    expect(after.problems).toBe(before.problems);
  });

  test.each<readonly [string, Runbook]>([
    ['an activity has another name', renameActivity(broken, 'find', 'Look')],
    ['an activity is gone', removeActivities(broken, ['find'])],
    ['a link is new', connect(broken, 'start', 'move')],
    ['an activity has another configuration', setConnection(broken, 'find', undefined)],
  ])('is judged as a whole where %s', (_what, next) => {
    expect(judge(next, facts, before).problems).toEqual(problemsOf(next, facts));
    expect(judge(next, facts, before).ofActivities.get('move')).not.toBe(before.ofActivities.get('move'));
  });

  test('is judged as a whole by other facts', () => {
    const fewer = { ...facts, connections: [] };
    expect(judge(broken, fewer, before).problems).toEqual(problemsOf(broken, fewer));
  });
});
