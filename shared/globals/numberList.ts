/** A list of numbers and ranges, such as `1,3-5`, or the sentence that says why it is none. */
export type NumberList = { readonly ok: true; readonly ranges: readonly (readonly [from: number, to: number])[] } | { readonly ok: false; readonly problem: string };

/** Words that stand for a number, such as `last` or `END`; they are compared without regard to case. */
export interface NumberWords {
  readonly [word: string]: number;
}

/** What a list may hold. */
export interface NumberRules {
  readonly minimum: number;
  readonly maximum: number;
  readonly words?: NumberWords;
  /** Whether a word may be an end of a range. */
  readonly wordsInRanges?: boolean;
}

/** Reads a list such as `1,3-5`. */
export function readNumberList(text: string, { minimum, maximum, words = {}, wordsInRanges = false }: NumberRules): NumberList {
  const named = new Map(Object.entries(words).map(([word, value]) => [word.toLowerCase(), value]));
  const number = (part: string): number | undefined => (/^\d{1,9}$/.test(part) ? Number(part) : undefined);
  const ranges: [number, number][] = [];
  for (const entry of text.split(',').map((one) => one.trim())) {
    const word = named.get(entry.toLowerCase());
    const [left = '', right, ...more] = entry.split('-').map((one) => one.trim());
    const end = (part: string): number | undefined => number(part) ?? (wordsInRanges ? named.get(part.toLowerCase()) : undefined);
    const from = word ?? (right === undefined ? number(left) : end(left));
    const to = word ?? (right === undefined ? from : end(right));
    if (from === undefined || to === undefined || more.length > 0) return { ok: false, problem: `"${entry}" is neither a number nor a range such as 3-5.` };
    if (from > to) return { ok: false, problem: `The range ${entry} ends before it begins.` };
    if (from < minimum || (to > maximum && word === undefined && number(right ?? left) !== undefined)) return { ok: false, problem: `"${entry}" is not between ${minimum} and ${maximum}.` };
    ranges.push([from, to]);
  }
  return { ok: true, ranges };
}

/** Whether a list holds a number. */
export const holds = (ranges: readonly (readonly [number, number])[], value: number): boolean => ranges.some(([from, to]) => value >= from && value <= to);
