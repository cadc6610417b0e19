import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { markColorOf } from '../../../shared/runbook/colors.ts';
import { removeActivities } from '../../../shared/runbook/edits.ts';
import { fragmentOf, paste } from '../../../shared/runbook/fragment.ts';
import * as marks from '../../../shared/runbook/marks.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

describe('a note', () => {
  test('stands on the grid, keeps its least size, and loses its color again', () => {
    const { runbook: added, key } = marks.addNote(mailRunbook, [13, 21], 'Ask Ana');
    expect(added.notes[key]).toEqual({ text: 'Ask Ana', at: [16, 24], size: [208, 88] });
    const small = marks.updateNote(added, key, { size: [10, 61], color: 'blue' });
    expect(small.notes[key]).toEqual({ text: 'Ask Ana', at: [16, 24], size: [80, 64], color: 'blue' });
    expect(marks.updateNote(small, key, { color: undefined }).notes[key]).not.toHaveProperty('color');
    expect(marks.removeNotes(small, [key]).notes).toEqual({});
    expect(Runbook.parse(small)).toEqual(small);
  });

  test('gets a key that no other note has, also after one was removed', () => {
    const two = marks.addNote(marks.addNote(mailRunbook, [0, 0]).runbook, [0, 0]).runbook;
    expect(Object.keys(two.notes)).toEqual(['note-1', 'note-2']);
    expect(marks.addNote(marks.removeNotes(two, ['note-1']), [0, 0]).key).toBe('note-1');
  });
});

describe('a group', () => {
  const { runbook: grouped, key } = marks.addGroup(mailRunbook, ['find', 'reply']);

  test('takes its activities from other groups and has a name of its own', () => {
    const second = marks.addGroup(grouped, ['reply', 'move']);
    expect(second.runbook.groups).toEqual({ 'group-1': { name: 'Group', activities: ['find'] }, 'group-2': { name: 'Group 2', activities: ['reply', 'move'] } });
    expect(marks.addGroup(second.runbook, ['find']).runbook.groups).not.toHaveProperty('group-1');
    expect(marks.groupsOf(second.runbook, ['move'])).toEqual(['group-2']);
  });

  test('has a frame around its activities, and goes with the last of them', () => {
    expect(marks.groupBox(grouped, grouped.groups[key] ?? expect.fail())).toEqual({ x: 216, y: -56, width: 496, height: 168 });
    expect(removeActivities(grouped, ['find']).groups[key]?.activities).toEqual(['reply']);
    expect(removeActivities(grouped, ['find', 'reply']).groups).toEqual({});
    expect(marks.removeGroups(grouped, [key]).activities).toBe(mailRunbook.activities);
  });

  test('comes along when all of it is copied, and notes do when they are asked for', () => {
    const marked = marks.updateGroup(marks.addNote(grouped, [240, 200], 'Ask Ana').runbook, key, { name: 'Answering', color: 'green' });
    expect(fragmentOf(marked, ['find']).groups).toEqual({});
    const fragment = fragmentOf(marked, ['find', 'reply'], ['note-1']);
    const pasted = paste(marked, fragment, activities);
    expect(pasted.notes).toEqual(['note-2']);
    expect(pasted.runbook.groups['group-2']).toEqual({ name: 'Answering 2', activities: ['find-mail-2', 'reply-2'], color: 'green' });
    expect(pasted.runbook.notes['note-2']).toEqual({ text: 'Ask Ana', at: [272, 280], size: [208, 88] });
  });
});

test.each([
  ['blue', 'blue'],
  ['#0080C0', 'blue'],
  ['#FF0000', 'red'],
  ['#c000a0', 'purple'],
  ['#808000', 'yellow'],
  ['#00aa00', 'green'],
  ['#777777', 'gray'],
  ['mauve', undefined],
  [undefined, undefined],
])('the color of the palette for %s is %s', (said, color) => {
  expect(markColorOf(said)).toBe(color);
});
