import { describe, expect, it } from 'vitest';
import { tableText } from '../../../renderer/features/console/tableText.ts';

describe('rows for a spreadsheet', () => {
  it('have a column for each name that any row has', () => {
    expect(tableText([{ A: '1' }, { A: '2', B: 'x' }])).toBe('A\tB\r\n1\t\r\n2\tx');
  });

  it('keep lines, tabs and quotes inside their cells', () => {
    expect(tableText([{ Body: 'one\ntwo\t"three"' }])).toBe('Body\r\n"one\ntwo\t""three"""');
  });

  it('are no formulas, but numbers stay numbers', () => {
    expect(tableText([{ Subject: '=HYPERLINK("x")', Count: '-3', To: '@ana' }]).split('\r\n')[1]).toBe('"\'=HYPERLINK(""x"")"\t-3\t\'@ana');
  });
});
