import { expect, it } from 'vitest';
import { treeRows } from '../../../renderer/features/sideBar/runbookTree.ts';

const entries = [
  { key: 'helpdesk/triage', name: 'Triage mail', folder: 'helpdesk' },
  { key: 'archive', name: 'Archive', folder: '' },
  { key: 'helpdesk/night/answer', name: 'Answer at night', folder: 'helpdesk/night' },
];
const shown = (closed: readonly string[], filter = ''): string[] => treeRows(entries, new Set(closed), filter).map(({ level, name }) => `${level} ${name}`);

it('puts folders first and each by name', () => {
  expect(shown([])).toEqual(['1 helpdesk', '2 night', '3 Answer at night', '2 Triage mail', '1 Archive']);
});

it('leaves out what closed folders hold', () => {
  expect(shown(['helpdesk/'])).toEqual(['1 helpdesk', '1 Archive']);
  expect(shown(['helpdesk/night/'])).toEqual(['1 helpdesk', '2 night', '2 Triage mail', '1 Archive']);
});

it('opens folders that hold a match', () => {
  expect(shown(['helpdesk/'], 'NIGHT')).toEqual(['1 helpdesk', '2 night', '3 Answer at night']);
  expect(shown([], 'nothing')).toEqual([]);
});
