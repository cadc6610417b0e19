import { expect, test } from 'vitest';
import { fragmentOf } from '../../../shared/runbook/fragment.ts';
import { addNote } from '../../../shared/runbook/marks.ts';
import { fragmentText, parseFragment } from '../../../shared/workspace/files/fragmentFile.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

test('a part of a runbook is the text that its file would hold, and reads as the same part', () => {
  const fragment = fragmentOf(addNote(mailRunbook, [0, 200], 'Ask Ana').runbook, ['find', 'reply'], ['note-1']);
  const text = fragmentText(fragment);
  expect(text).toContain('activities:\n  find:\n    type: exchange.getItem\n');
  expect(text).not.toMatch(/formatVersion|^name:/m);
  expect(parseFragment(text)).toEqual(fragment);
});

test('a whole runbook can be pasted; other text cannot', () => {
  expect(Object.keys(parseFragment('formatVersion: 1\nname: Mail\nactivities:\n  find: {type: exchange.getItem, name: Find}\n')?.activities ?? {})).toEqual(['find']);
  for (const text of ['', 'Subject: hello', 'activities: {}', '{ not yaml', 'activities:\n  find: 3', 'just words']) expect(parseFragment(text)).toBeUndefined();
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index] ?? ''}`).join(',')}]`)].join('\n');
  expect(parseFragment(bomb)).toBeUndefined();
});
