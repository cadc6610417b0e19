import { expect, test } from 'vitest';
import { updateLink } from '../../../shared/runbook/edits.ts';
import { renamePublished } from '../../../shared/runbook/renamePublished.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

test('references in properties and filters follow a new label, and so do conditions of its links', () => {
  const before = updateLink(mailRunbook, 'start', 'find', { include: [{ field: 'Prefix', operator: 'contains', value: 'HD' }] });
  const after = renamePublished(before, 'start', 'Prefix', 'Ticket mark');
  expect(after.activities['find']?.filters[0]?.value).toBe('{{start.Ticket mark}}');
  expect(after.links[0]?.include).toEqual([{ field: 'Ticket mark', operator: 'contains', value: 'HD' }]);
  expect(after.activities['reply']).toBe(before.activities['reply']);
});

test('items of the same label of other activities stay', () => {
  expect(renamePublished(mailRunbook, 'move', 'ID', 'New ID').activities).toEqual(mailRunbook.activities);
  expect(renamePublished(mailRunbook, 'find', 'ID', 'Item ID').activities['move']?.properties['id']).toBe('{{find.Item ID}}');
});

test('a label cannot be renamed to nothing', () => {
  expect(renamePublished(mailRunbook, 'find', 'ID', '')).toBe(mailRunbook);
});
