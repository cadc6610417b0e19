import { describe, expect, test } from 'vitest';
import { argumentProblems } from '../../../../shared/runbook/expression/argumentProblems.ts';
import { callAt, parameterOf } from '../../../../shared/runbook/expression/callAt.ts';
import { parse } from '../../../../shared/runbook/expression/parse.ts';

/** The call at the bar in the text, as "function parameter". */
function at(text: string): string | undefined {
  const place = text.indexOf('|');
  const call = callAt(text.replace('|', ''), place);
  return call === undefined ? undefined : `${call.definition.name} ${parameterOf(call)?.name ?? 'none'}`;
}

describe('the call that is being written', () => {
  test.each<[string, string | undefined]>([
    ['plain |text', undefined],
    ["[Upper('a|", 'Upper Text'],
    ["[Mid('a, b', |", 'Mid Start'],
    ["[Mid('a', 1, |", 'Mid Count'],
    ["[Mid('a', 1, 2, |", 'Mid none'],
    ["[Sum(1, 2, 3|", 'Sum B'],
    ["[Left(Trim('a|'), 1)]", 'Trim Text'],
    ["[Left(Trim('a'), |1)]", 'Left Count'],
    ["[Left('it's, |', 1)]", 'Left Text'],
    ["[Upper('{{find.A, B)}}|", 'Upper Text'],
    ["[Upper('a')] |", undefined],
    ['[HD] |', undefined],
  ])('%s', (text, expected) => expect(at(text)).toBe(expected));
});

describe('arguments that do not fit', () => {
  const problems = (text: string): readonly string[] => argumentProblems(parse(text, ['find'])).map(({ message }) => message);
  test.each(["[Left('a', 2)]", '[Sum(1, {{find.Item Count}})]', "[Left('a', {{find.Item Count}})]", '[Div(9, 2, 2)]', "[Left('a', Len('b'))]"])('%s fits', (text) => expect(problems(text)).toEqual([]));
  test.each<[string, string]>([
    ["[Left('a', b)]", 'Count of Left must be a whole number of 0 or more, not "b"'],
    ["[Sum(1, 'x')]", 'B of Sum must be a number, not "x"'],
    ["[Upper(Left('a', -1))]", 'Count of Left must be a whole number of 0 or more, not "-1"'],
  ])('%s', (text, problem) => expect(problems(text)[0]).toContain(problem));
});
