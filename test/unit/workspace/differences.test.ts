import { expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { differencesBetween } from '../../../shared/workspace/differences.ts';

const before = Runbook.parse({
  name: 'Triage',
  activities: {
    find: { type: 'exchange.getItem', name: 'Find mail', properties: { folderId: 'Inbox' }, filters: [{ field: 'Subject', operator: 'contains', value: 'VPN' }] },
    reply: { type: 'exchange.replyToEmail', name: 'Reply' },
  },
  links: [{ from: 'find', to: 'reply' }],
  layout: { find: [0, 0], reply: [200, 0] },
});

test('two equal runbooks have no differences', () => {
  expect(differencesBetween(before, structuredClone(before), activities)).toEqual([]);
});

test('changed, added and removed parts are named as the forms name them', () => {
  const after = Runbook.parse({
    ...structuredClone(before),
    description: 'Answers mail',
    activities: {
      find: { ...before.activities.find, disabled: true, filters: [] },
      move: { type: 'exchange.deleteItem', name: 'Clean up' },
    },
    links: [{ from: 'find', to: 'move' }],
    layout: { find: [8, 0] },
  });
  expect(differencesBetween(before, after, activities)).toEqual([
    { where: 'Runbook', what: 'Description', after: 'Answers mail' },
    { where: 'Find mail', what: 'Disabled', before: 'No', after: 'Yes' },
    { where: 'Find mail', what: 'Filters', before: 'field Subject, operator contains, value VPN' },
    { where: 'Reply', what: 'Activity', before: activities.get('exchange.replyToEmail')?.title },
    { where: 'Clean up', what: 'Activity', after: activities.get('exchange.deleteItem')?.title },
    { where: 'Find mail → Reply', what: 'Link', before: 'Link' },
    { where: 'Find mail → Clean up', what: 'Link', after: 'Link' },
    { where: 'Find mail', what: 'Place on the canvas', before: '0, 0', after: '8, 0' },
  ]);
});

test('a property is named by its label', () => {
  const [property] = Object.entries(activities.get('exchange.getItem')?.properties ?? {});
  if (property === undefined) throw new Error('the activity has no property');
  const [key, { label }] = property;
  const { find } = before.activities;
  if (find === undefined) throw new Error('the activity is missing');
  const after = { ...before, activities: { ...before.activities, find: { ...find, properties: { [key]: 'Sent Items' } } } };
  expect(differencesBetween(before, after, activities).map(({ what }) => what)).toContain(label);
});
