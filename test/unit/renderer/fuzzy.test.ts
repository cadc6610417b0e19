import { describe, expect, it } from 'vitest';
import { fit, holding } from '../../../renderer/ui/fuzzy.ts';

/** Names in the order in which they fit what was typed; those that do not fit are left out. */
const found = (query: string, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => { const value = fit(query, name); return value === undefined ? [] : [{ name, value }]; }).toSorted((a, b) => b.value - a.value).map(({ name }) => name);

describe('typing a name', () => {
  const names = ['Reset zoom', 'Save', 'Save All', 'Unsaved changes', 'Toggle Breakpoint', 'Step'];

  it('finds beginnings of words first, then parts of words, then letters in order', () => {
    expect(found('save', names)).toEqual(['Save', 'Save All', 'Unsaved changes']);
    expect(found('sa', ['Unsafe', 'Show all', 'Save'])).toEqual(['Save', 'Unsafe', 'Show all']);
    expect(found('tbp', names)).toEqual(['Toggle Breakpoint']);
  });

  it('takes words in any order, and words of the description last', () => {
    expect(found('all save', names)).toEqual(['Save All']);
    expect(fit('mailbox', 'Open the Demo', 'Starts a mailbox')).toBe(100);
    expect(fit('xyz', 'Open the Demo', 'Starts a mailbox')).toBeUndefined();
  });
});

describe('a search in texts', () => {
  const items = ['Monitor Item: when mail arrives', 'Reply To E-Mail: answers a message', 'Delete Item: deletes an item'];
  const found = (query: string): readonly string[] => holding(items, query, (item) => item).map((item) => item.split(':')[0] ?? '');
  it.each([
    ['', ['Monitor Item', 'Reply To E-Mail', 'Delete Item']],
    ['item', ['Monitor Item', 'Delete Item']],
    ['item arrives', ['Monitor Item']],
    ['email', ['Reply To E-Mail']],
    // No text holds all of it: the one that holds most comes.
    ['do something when a mail arrives', ['Monitor Item']],
    ['calendar', []],
  ])('for “%s”', (query, names) => {
    expect(found(query)).toEqual(names);
  });
});
