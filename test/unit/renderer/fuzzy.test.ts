import { describe, expect, it } from 'vitest';
import { fit } from '../../../renderer/ui/fuzzy.ts';

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
