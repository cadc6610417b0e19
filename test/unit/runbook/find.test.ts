import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { updateLink } from '../../../shared/runbook/edits.ts';
import { findIn, findsFor, subjectsOf } from '../../../shared/runbook/find.ts';
import { addGroup, addNote } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

const found = (query: string, runbook: Runbook = mailRunbook): readonly string[] =>
  findIn(runbook, query, activities).map(({ subject, where }) => `${subject.kind === 'link' ? `${subject.from}>${subject.to}` : subject.key} ${where}`);

describe('finding', () => {
  test.each([
    ['find mail', ['find Name']],
    ['REPLY TO E-MAIL', ['reply Type']],
    ['received:', ['reply Body Prefix']],
    ['{{find.ID}}', ['reply ID', 'move ID']],
    ['start.Prefix', ['find Filter']],
    ['[HD]', ['start Parameters']],
    ['', []],
    ['   ', []],
    ['nowhere', []],
  ])('%s', (query, places) => {
    expect(found(query)).toEqual(places);
  });

  test('looks into conditions, labels, notes and groups, and lists each of them once', () => {
    const linked = updateLink(mailRunbook, 'find', 'reply', { label: 'VIP', include: [{ field: 'Subject', operator: 'contains', value: 'vip' }] });
    const marked = addGroup(addNote(linked, [0, 0], 'vip customers only').runbook, ['move'], 'VIP mail').runbook;
    expect(found('vip', marked)).toEqual(['find>reply Label', 'find>reply Condition', 'note-1 Note', 'group-1 Group']);
    expect(subjectsOf(findIn(marked, 'vip', activities)).map(({ kind }) => kind)).toEqual(['link', 'note', 'group']);
  });

  test('lists for a search in all runbooks are short, and say how much they leave out', () => {
    const long = addNote(mailRunbook, [0, 0], `${'before '.repeat(40)}needle${' after'.repeat(40)}`).runbook;
    const [line] = findsFor(long, 'needle', activities).found;
    expect(line?.text.length).toBeLessThanOrEqual(162);
    expect(line?.text).toContain('needle');
    const many = Array.from({ length: 60 }).reduce<Runbook>((runbook) => addNote(runbook, [0, 0], 'needle').runbook, mailRunbook);
    expect(findsFor(many, 'needle', activities)).toMatchObject({ found: { length: 50 }, more: 10 });
    expect(findsFor(mailRunbook, 'received', activities).found[0]?.title).toBe('Reply');
  });
});
