import { expect, test } from 'vitest';
import { keptOf, narrowed, nearestRead } from '../../../shared/engine/kept.ts';
import { planOf } from '../../../shared/engine/plan.ts';
import type { Token } from '../../../shared/engine/token.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { runbook } from '../../fixtures/runbooks.ts';

const book = runbook({
  activities: {
    find: { type: 'utilities.generateRandomText', name: 'Find' },
    text: { type: 'utilities.generateRandomText', name: 'Text' },
    compare: { type: 'utilities.compareValues', name: 'Compare', properties: { leftText: '{{find.Random text}}', rightText: '{{text.Activity status}}' } },
    join: { type: 'control.junction', name: 'Join', properties: { returnDataFrom: 'text' } },
  },
  links: [
    { from: 'find', to: 'text' },
    { from: 'text', to: 'compare' },
    { from: 'compare', to: 'join' },
  ],
});
const plan = planOf(book, activities, () => undefined, { returns: [], target: () => undefined });
const kept = keptOf(plan, book);

const token = (activity: string, parent: Token | undefined, row: Token['row']): Token => ({ parent, activity, execution: `of ${activity}`, number: 1, row, secret: new Set(), facts: { told: { 'Activity status': 'success' } } });

test('of a row that travels on only what later activities read is left, and its place', () => {
  const found = narrowed(token('find', undefined, { 'Random text': 'VPN', Body: 'long' }), kept);
  expect(found).toMatchObject({ execution: 'of find', number: 1, row: { 'Random text': 'VPN' } });
  expect(found.row).not.toHaveProperty('Body');
  expect(found.facts).toBeUndefined();
  // The status is common published data, which is made from the facts.
  expect(narrowed(token('text', found, { 'Random text': 'x' }), kept)).toMatchObject({ row: {}, facts: { told: {} } });
});

test('a row that nothing after an activity reads is let go of, and one that a junction passes on is not', () => {
  const found = token('find', undefined, {});
  const text = token('text', found, {});
  expect(nearestRead(text, 'compare', kept)?.activity).toBe('text');
  expect(nearestRead(found, 'text', kept)?.activity).toBe('find');
  expect(nearestRead(found, 'compare', kept)).toBeUndefined();
  expect(nearestRead(token('compare', text, {}), 'join', kept)).toBeUndefined();
});
