import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedRequests, compileGrammar } from './compileGrammar.ts';

const file = new URL('../../../electron/demo/schema/requests.grammar', import.meta.url);

describe('compileGrammar', () => {
  it('gives the grammar that the demo server carries; delete that file and run this test to write it anew', () => {
    const compiled = compileGrammar(checkedRequests);
    if (!existsSync(file)) writeFileSync(file, compiled);
    expect(readFileSync(file, 'utf8')).toBe(compiled);
  });
});
