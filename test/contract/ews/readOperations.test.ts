import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertOnlyReads } from '../../../electron/exchange/ews/assertOnlyReads.ts';
import { readOperations } from '../../../shared/trace/sendAgain.ts';

const folder = join(import.meta.dirname, '../../../electron/exchange/ews/operations');
const isOperation = (value: unknown): value is { readonly name: string; readonly safety: 'read' | 'write' } => typeof value === 'object' && value !== null && 'safety' in value && 'payload' in value;
const modules: readonly object[] = await Promise.all(readdirSync(folder).map((name): Promise<object> => import(join(folder, name))));
const operations = modules.flatMap((module) => Object.values(module).filter(isOperation));

describe('the operations that may be sent again', () => {
  it('are those that we call reading', () => {
    expect(operations.length).toBeGreaterThan(10);
    expect(operations.filter(({ safety }) => safety === 'write').map(({ name }) => name)).toContain('DeleteItem');
    for (const { name, safety } of operations) expect([name, readOperations.has(name)]).toEqual([name, safety === 'read']);
  });

  const document = (...inside: readonly string[]): string => `<?xml version="1.0"?><s:Envelope xmlns:s="urn:s" xmlns:m="urn:m"><s:Header><m:DeleteItem/></s:Header><s:Body>${inside.join('')}</s:Body></s:Envelope>`;
  const refused = expect.objectContaining({ data: expect.objectContaining({ code: 'trace.notSentAgain' }) });

  it('are recognized in a whole document', () => {
    expect(() => assertOnlyReads(document('<m:GetItem><m:ItemIds/></m:GetItem>'))).not.toThrow();
  });

  it.each([
    ['one that writes', document('<m:SendItem/>')],
    ['one that writes beside one that reads', document('<m:GetItem/>', '<m:SendItem/>')],
    ['none', document()],
    ['another document', '<m:GetItem xmlns:m="urn:m"/>'],
    ['one in a comment', document('<!-- <m:GetItem/> -->', '<m:DeleteItem/>')],
  ])('are refused for %s', (_what, text) => {
    expect(() => assertOnlyReads(text)).toThrow(refused);
  });

  it('are refused for what is no XML', () => {
    expect(() => assertOnlyReads('GetItem')).toThrow(expect.objectContaining({ data: expect.objectContaining({ code: 'exchange.brokenXml' }) }));
  });
});
