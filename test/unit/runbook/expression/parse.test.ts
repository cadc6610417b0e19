import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../shared/runbook/expression/evaluate.ts';
import { parse } from '../../../../shared/runbook/expression/parse.ts';
import { reference, renderReference, variableReference } from '../../../../shared/runbook/expression/reference.ts';
import { mapReferences, references } from '../../../../shared/runbook/expression/references.ts';

const values: Readonly<Record<string, string>> = {
  'find.Subject': "it's [Upper('x')] {{find.Subject}}",
  'find.Date/Time Received (UTC)?': 'now',
  'find.a.b': 'dotted',
  'variables.Prefix': '[HD]',
};
const keyOf = (target: ReturnType<typeof references>[number]['target']): string =>
  target.kind === 'variable' ? `variables.${target.name}` : `${target.key}.${target.label}`;

function result(text: string, keys: readonly string[] = ['find']): string {
  return evaluate(parse(text, keys), { value: (target) => values[keyOf(target)], missing: () => undefined });
}

describe('text that is no expression stays as it is', () => {
  test.each([
    '',
    'plain',
    '[HD] Printer',
    '[x]',
    "[upper('x')]",
    '[Upper]',
    '[Upper(]',
    "[Upper('x'",
    "[Upper('x')",
    '{{nothing}}',
    '{{ }}',
    '{{a b.c}}',
    '{{.x}}',
    '{{find.}}',
    '}}{{',
    "Upper('x')",
    '[[]]',
    '[ (a) ]',
    'Total (net), 5',
  ])('%s', (text) => {
    expect(result(text)).toBe(text);
  });
});

describe('placeholders and functions are replaced', () => {
  test.each([
    ['<{{find.Subject}}>', `<${values['find.Subject'] ?? ''}>`],
    ['{{ find.Subject }}', values['find.Subject'] ?? ''],
    ['{{find.Date/Time Received (UTC)?}}', 'now'],
    ['{{find.a.b}}', 'dotted'],
    ['{{variables.Prefix}} {{gone.Item}}!', '[HD] !'],
    ["[Upper('{{find.Subject}}')]", "IT'S [UPPER('X')] {{FIND.SUBJECT}}"],
    ['[Upper({{find.Subject}})]', "IT'S [UPPER('X')] {{FIND.SUBJECT}}"],
    ["[Upper('a{{variables.Prefix}}b')]", 'A[HD]B'],
    ["[Upper(Left('hello', 2))]", 'HE'],
    ["[Upper([Left('hello', 2)])]", 'HE'],
    ["[Upper('<[Left('hello', 2)]>')]", '<HE>'],
    ["[Len([Trim('  a  ')])] [HD] [Sum(1,2)]", '1 [HD] 3'],
    ["[Upper('it's')]", "IT'S"],
    ["[Upper('it''s')]", "IT'S"],
    ["[Upper('')]", ''],
    ["[Field('a,b', ',', 2)]", 'b'],
    ["[Instr('(a), b', '), ')]", '3'],
    ["[ Upper ( 'x' ) ]", 'X'],
  ])('%s gives %s', (text, expected) => {
    expect(result(text)).toBe(expected);
  });
});

test('a label is split at the first dot after a known key', () => {
  const target = (text: string, keys: readonly string[]): unknown => references(text, keys)[0]?.target;
  expect(target('{{a.b.c}}', ['a'])).toEqual({ kind: 'activity', key: 'a', label: 'b.c' });
  expect(target('{{a.b.c}}', ['a', 'a.b'])).toEqual({ kind: 'activity', key: 'a.b', label: 'c' });
  expect(target('{{a.b.c}}', [])).toEqual({ kind: 'activity', key: 'a', label: 'b.c' });
});

test('a function that is not closed or has too many arguments is a problem in words', () => {
  expect(parse("[Upper('x'").problems.map((problem) => problem.message)).toEqual(["Upper is not closed: Upper('Text') is expected."]);
  expect(parse("[Upper('x')").problems.map((problem) => problem.message)).toEqual(['A bracket ] is missing after Upper(…).']);
  expect(parse("[Upper('x', 2)]").problems.map((problem) => problem.message)).toEqual(["Upper is written Upper('Text')."]);
  expect(parse('[upper(1)] [HD]').problems).toEqual([]);
});

test('references are found with their places, those inside functions included', () => {
  const text = "{{find.A}} [Upper('{{find.B}}')] {{variables.C}}";
  expect(references(text).map(({ target, start, end }) => [renderReference(target), text.slice(start, end)])).toEqual([
    [reference('find', 'A'), '{{find.A}}'],
    [reference('find', 'B'), '{{find.B}}'],
    [variableReference('C'), '{{variables.C}}'],
  ]);
});

test('references can be changed without touching the rest', () => {
  const change = mapReferences("x {{find.A}} [Upper('{{find.B}}')] {{other.A}}", [], (target) =>
    target.kind === 'activity' && target.label === 'A' && target.key === 'find' ? { ...target, label: 'New name' } : undefined,
  );
  expect(change).toBe("x {{find.New name}} [Upper('{{find.B}}')] {{other.A}}");
});

test('deeply nested broken calls are read in no time', () => {
  const text = '[Upper('.repeat(2000);
  expect(result(text)).toBe(text);
});

test('any value survives being put into any function argument', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const put = (text: string): string => evaluate(parse(text), { value: () => value, missing: () => undefined });
      expect(put('{{a.b}}')).toBe(value);
      expect(put("<[Lower('{{a.b}}')]>")).toBe(`<${value.toLowerCase()}>`);
    }),
  );
});

test('no text makes the parser throw, and text without functions and references stays', () => {
  const piece = fc.constantFrom('[', ']', '(', ')', "'", ',', '{{', '}}', 'Upper', 'Sum', 'a.b', ' ', '1', "''");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const plain = parse(text).nodes.every((node) => node.kind === 'text');
      expect(plain ? result(text) : text).toBe(text);
    }),
  );
});
