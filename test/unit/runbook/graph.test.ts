import { expect, test } from 'vitest';
import { cyclic, downstreamOf, orderOf, startOf, startsOf, upstreamOf, wouldCycle } from '../../../shared/runbook/graph.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { runbook } from '../../fixtures/runbooks.ts';

function graph(keys: string, links: string): Runbook {
  const activities = Object.fromEntries(keys.split(' ').map((key) => [key, { type: 'test.wait', name: key }]));
  const pairs = links === '' ? [] : links.split(' ').map((link) => ({ from: link.split('>')[0] ?? '', to: link.split('>')[1] ?? '' }));
  return runbook({ activities, links: pairs });
}

const diamond = graph('d c b a', 'a>b a>c b>d c>d');

test('a runbook starts with the one activity that no link leads to', () => {
  expect(startOf(diamond)).toBe('a');
  expect(startOf(graph('a b', ''))).toBeUndefined();
  expect(startsOf(graph('a b', ''))).toEqual(['a', 'b']);
  expect(startOf(graph('a b', 'a>b b>a'))).toBeUndefined();
});

test('upstream activities come nearest first, each once', () => {
  expect(upstreamOf(diamond, 'd')).toEqual(['b', 'c', 'a']);
  expect(upstreamOf(diamond, 'a')).toEqual([]);
  expect(downstreamOf(diamond, 'a')).toEqual(['b', 'c', 'd']);
});

test('links to activities that are gone lead nowhere', () => {
  expect(upstreamOf(graph('b', 'a>b'), 'b')).toEqual([]);
});

test('a link that would close a circle is known before it is made', () => {
  expect([wouldCycle(diamond, 'd', 'a'), wouldCycle(diamond, 'a', 'd'), wouldCycle(diamond, 'b', 'b'), wouldCycle(diamond, 'b', 'c')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(cyclic(graph('a b c', 'a>b b>c c>b'))).toEqual(['b', 'c']);
  expect(cyclic(diamond)).toEqual([]);
});

test('the order puts every activity after those that link to it, and leaves none out', () => {
  expect(orderOf(diamond)).toEqual(['a', 'b', 'c', 'd']);
  expect(orderOf(graph('c b a', 'a>b b>c c>b')).toSorted()).toEqual(['a', 'b', 'c']);
});
