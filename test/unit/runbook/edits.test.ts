import { expect, test } from 'vitest';
import { getItem } from '../../../shared/activities/getItem.ts';
import { initializeData } from '../../../shared/activities/initializeData.ts';
import { slug, uniqueKey } from '../../../shared/runbook/activityKey.ts';
import * as edits from '../../../shared/runbook/edits.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { mailRunbook, runbook } from '../../fixtures/runbooks.ts';

test('a key is made of the name and stays free of what references cannot hold', () => {
  expect(['Find unread mail', 'Büro – Öffnen!', '日本', 'Get Item 2'].map(slug)).toEqual(['find-unread-mail', 'buro-offnen', 'activity', 'get-item-2']);
  expect(uniqueKey('Reply', ['reply', 'reply-2'])).toBe('reply-3');
  expect(uniqueKey('Variables', [])).toBe('variables-2');
});

test('a new activity has the defaults of its definition, a name and key of its own, and a place on the grid', () => {
  const first = edits.addActivity(runbook({}), getItem, { at: [101, 43], connection: 'mail' });
  const second = edits.addActivity(first.runbook, getItem, { at: [0, 0], after: first.key });
  expect([first.key, second.key]).toEqual(['get-item', 'get-item-2']);
  expect(second.runbook.activities['get-item']).toMatchObject({
    name: 'Get Item',
    connection: 'mail',
    properties: { searchFolder: 'Inbox', searchSubfolders: 'False', maximumItems: '1000' },
  });
  expect(second.runbook.activities['get-item-2']?.name).toBe('Get Item 2');
  expect(second.runbook.layout['get-item']).toEqual([104, 40]);
  expect(second.runbook.links).toMatchObject([{ from: 'get-item', to: 'get-item-2' }]);
  expect(Runbook.parse(second.runbook)).toEqual(second.runbook);
});

test('an activity that needs no configuration gets none', () => {
  const { runbook: added, key } = edits.addActivity(runbook({}), initializeData, { at: [0, 0], connection: 'mail' });
  expect(added.activities[key]).not.toHaveProperty('connection');
});

test('an activity spliced into a link keeps the conditions on the first half', () => {
  const failed = edits.updateLink(mailRunbook, 'find', 'reply', { include: [{ status: ['failed'] }] });
  const { runbook: spliced, key } = edits.addActivity(failed, getItem, { at: [0, 0], into: { from: 'find', to: 'reply' } });
  expect(spliced.links.map((link) => [link.from, link.to, link.include.length])).toEqual([
    ['start', 'find', 0],
    ['find', key, 1],
    ['reply', 'move', 0],
    [key, 'reply', 0],
  ]);
});

test('removing an activity removes its links and its place, and keeps references to it', () => {
  const removed = edits.removeActivities(mailRunbook, ['find']);
  expect(Object.keys(removed.activities)).toEqual(['start', 'reply', 'move']);
  expect(removed.links.map((link) => `${link.from}>${link.to}`)).toEqual(['reply>move']);
  expect(removed.layout).not.toHaveProperty('find');
  expect(removed.activities['reply']?.properties['id']).toBe('{{find.ID}}');
});

test('a new name leaves the key and all references alone', () => {
  const renamed = edits.renameActivity(mailRunbook, 'find', 'Look for mail');
  expect(renamed.activities['find']?.name).toBe('Look for mail');
  expect(renamed.activities['reply']).toBe(mailRunbook.activities['reply']);
});

test('every edit changes what it names and shares the rest', () => {
  const changed = [
    edits.setProperty(mailRunbook, 'move', 'destinationFolder', 'Later'),
    edits.setProperty(mailRunbook, 'move', 'copy', undefined),
    edits.setConnection(mailRunbook, 'move', undefined),
    edits.setFilters(mailRunbook, 'move', []),
    edits.setFlatten(mailRunbook, 'move', { by: 'csv' }),
    edits.setDisabled(mailRunbook, 'move', true),
    edits.setDescription(mailRunbook, 'move', 'Why'),
  ];
  for (const next of changed) {
    expect(next.activities['move']).not.toBe(mailRunbook.activities['move']);
    expect(next.activities['reply']).toBe(mailRunbook.activities['reply']);
    expect(next.links).toBe(mailRunbook.links);
    expect(Runbook.parse(next)).toEqual(next);
  }
  expect(changed[0]?.activities['move']?.properties['destinationFolder']).toBe('Later');
  expect(changed[1]?.activities['move']?.properties).not.toHaveProperty('copy');
  expect(changed[2]?.activities['move']).not.toHaveProperty('connection');
  expect(edits.setFlatten(changed[4] ?? mailRunbook, 'move', undefined).activities['move']).toEqual(mailRunbook.activities['move']);
  expect(edits.setDescription(changed[6] ?? mailRunbook, 'move', '').activities['move']).toEqual(mailRunbook.activities['move']);
});

test('an edit that changes nothing answers the same runbook, so undo has no empty step', () => {
  expect(edits.renameActivity(mailRunbook, 'move', 'Move')).toBe(mailRunbook);
  expect(edits.setProperty(mailRunbook, 'move', 'destinationFolder', 'Done')).toBe(mailRunbook);
  expect(edits.setDisabled(mailRunbook, 'nobody', true)).toBe(mailRunbook);
  expect(edits.connect(mailRunbook, 'find', 'reply')).toBe(mailRunbook);
  expect(edits.connect(mailRunbook, 'find', 'find')).toBe(mailRunbook);
  expect(edits.connect(mailRunbook, 'find', 'nobody')).toBe(mailRunbook);
});

test('links are added, changed and removed', () => {
  const linked = edits.connect(mailRunbook, 'find', 'move');
  const changed = edits.updateLink(linked, 'find', 'move', { label: 'directly', delaySeconds: 5, disabled: true });
  expect(changed.links.at(-1)).toEqual({ from: 'find', to: 'move', include: [], exclude: [], label: 'directly', delaySeconds: 5, disabled: true });
  expect(edits.updateLink(changed, 'find', 'move', { label: undefined }).links.at(-1)?.label).toBeUndefined();
  expect(edits.disconnect(changed, 'find', 'move').links).toEqual(mailRunbook.links);
});

test('moves snap to the grid and ignore activities that are gone', () => {
  expect(edits.moveActivities(mailRunbook, { find: [13, -3], nobody: [1, 1] }).layout).toEqual({ ...mailRunbook.layout, find: [16, 0] });
});

test('an end of a link goes to another activity and takes its conditions along', () => {
  const failed = edits.updateLink(mailRunbook, 'find', 'reply', { include: [{ status: ['failed'] }] });
  expect(edits.reattach(failed, { from: 'find', to: 'reply' }, { from: 'start', to: 'reply' }).links[1]).toMatchObject({ from: 'start', to: 'reply', include: [{ status: ['failed'] }] });
  expect(edits.reattach(failed, { from: 'find', to: 'reply' }, { from: 'reply', to: 'move' })).toBe(failed);
  expect(edits.reattach(failed, { from: 'find', to: 'reply' }, { from: 'find', to: 'nowhere' })).toBe(failed);
});

test('the runbook itself can be changed', () => {
  expect(edits.updateRunbook(mailRunbook, { name: 'Other', order: 'item by item' })).toMatchObject({ name: 'Other', order: 'item by item' });
});
