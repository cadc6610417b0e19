/** Longest pattern and value that are compared, in characters, and most steps a pattern may be turned into. */
const limits = { pattern: 1000, value: 100_000, steps: 1000, repeat: 100 } as const;

type CharacterTest = (character: string) => boolean;

type Part =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'either'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };

/** Goes on at all of these steps at once. */
interface Split {
  readonly do: 'split';
  readonly to: number[];
}
type Step = { readonly do: 'character'; readonly test: CharacterTest } | { readonly do: 'start' | 'end' | 'match' } | Split;

class PatternProblem extends Error {}

const classes: Readonly<Record<string, CharacterTest>> = {
  d: (c) => /\d/.test(c),
  w: (c) => /\w/.test(c),
  s: (c) => /\s/.test(c),
  D: (c) => !/\d/.test(c),
  W: (c) => !/\w/.test(c),
  S: (c) => !/\s/.test(c),
};
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function same(wanted: string): CharacterTest {
  const folded = wanted.toLowerCase();
  return (character) => character.toLowerCase() === folded;
}

/** Reads `. * + ? | ^ $ \ [] [^] ()`, the documented syntax, and counted repetition. */
class PatternReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Part {
    const part = this.#either();
    if (this.#at < this.#text.length) throw new PatternProblem('A closing bracket ) has no opening one.');
    return part;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #take(): string {
    const character = this.#peek();
    if (character === '') throw new PatternProblem('The pattern ends too early.');
    this.#at += 1;
    return character;
  }

  #either(): Part {
    const parts = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at += 1;
      parts.push(this.#sequence());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'either', parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#peek() !== '' && this.#peek() !== '|' && this.#peek() !== ')') parts.push(this.#repeated());
    return { kind: 'sequence', parts };
  }

  #repeated(): Part {
    let part = this.#single();
    for (;;) {
      const counts = this.#counts();
      if (counts === undefined) return part;
      part = { kind: 'repeat', part, ...counts };
    }
  }

  #counts(): { readonly least: number; readonly most: number } | undefined {
    const infinite = Number.POSITIVE_INFINITY;
    const simple = { '*': { least: 0, most: infinite }, '+': { least: 1, most: infinite }, '?': { least: 0, most: 1 } };
    const sign = this.#peek();
    if (sign === '*' || sign === '+' || sign === '?') {
      this.#at += 1;
      return simple[sign];
    }
    const counted = /\{(\d{1,3})(,?)(\d{0,3})\}/y;
    counted.lastIndex = this.#at;
    const match = counted.exec(this.#text);
    if (match === null) return undefined;
    const least = Number(match[1]);
    const most = match[2] === '' ? least : match[3] === '' ? infinite : Number(match[3]);
    if (least > limits.repeat || (most !== infinite && most > limits.repeat) || most < least)
      throw new PatternProblem(`A repetition can count up to ${limits.repeat}.`);
    this.#at = counted.lastIndex;
    return { least, most };
  }

  #single(): Part {
    const character = this.#take();
    if (character === '(') return this.#group();
    if (character === '[') return { kind: 'character', test: this.#set() };
    if (character === '.') return { kind: 'character', test: () => true };
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    if (character === '*' || character === '+' || character === '?') throw new PatternProblem(`There is nothing before ${character} to repeat.`);
    return { kind: 'character', test: character === '\\' ? this.#escape().test : same(character) };
  }

  #group(): Part {
    if (this.#peek() === '?') throw new PatternProblem('Groups that start with (? are not supported.');
    const part = this.#either();
    if (this.#peek() !== ')') throw new PatternProblem('A closing bracket ) is missing.');
    this.#at += 1;
    return part;
  }

  #escape(): { readonly test: CharacterTest; readonly literal?: string } {
    const character = this.#take();
    const known = classes[character];
    if (known !== undefined) return { test: known };
    if (/[1-9bB]/.test(character)) throw new PatternProblem(`\\${character} is not supported.`);
    const literal = controls[character] ?? character;
    return { test: same(literal), literal };
  }

  #set(): CharacterTest {
    const not = this.#peek() === '^';
    if (not) this.#at += 1;
    const tests: CharacterTest[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) tests.push(this.#setEntry());
    this.#at += 1;
    return (character) => tests.some((test) => test(character)) !== not;
  }

  #setEntry(): CharacterTest {
    const from = this.#setCharacter();
    if (from.literal === undefined || this.#peek() !== '-' || this.#text.charAt(this.#at + 1) === ']') return from.test;
    this.#at += 1;
    const to = this.#setCharacter();
    const [low, high] = [from.literal, to.literal];
    if (high === undefined || high < low) throw new PatternProblem('A range in [] runs backwards.');
    const inside = (character: string): boolean => character >= low && character <= high;
    return (character) => inside(character.toLowerCase()) || inside(character.toUpperCase());
  }

  #setCharacter(): { readonly test: CharacterTest; readonly literal?: string } {
    const character = this.#take();
    return character === '\\' ? this.#escape() : { test: same(character), literal: character };
  }
}

function compile(part: Part, steps: Step[]): void {
  if (steps.length > limits.steps) throw new PatternProblem('The pattern is too large.');
  switch (part.kind) {
    case 'character':
      steps.push({ do: 'character', test: part.test });
      return;
    case 'start':
    case 'end':
      steps.push({ do: part.kind });
      return;
    case 'sequence':
      for (const inner of part.parts) compile(inner, steps);
      return;
    case 'either': {
      const split: Split = { do: 'split', to: [] };
      const ends: Split[] = [];
      steps.push(split);
      for (const inner of part.parts) {
        split.to.push(steps.length);
        compile(inner, steps);
        const end: Split = { do: 'split', to: [] };
        ends.push(end);
        steps.push(end);
      }
      for (const end of ends) end.to.push(steps.length);
      return;
    }
    case 'repeat': {
      for (let count = 0; count < part.least; count += 1) compile(part.part, steps);
      if (part.most === Number.POSITIVE_INFINITY) {
        const split: Split = { do: 'split', to: [steps.length + 1] };
        const start = steps.length;
        steps.push(split);
        compile(part.part, steps);
        steps.push({ do: 'split', to: [start] });
        split.to.push(steps.length);
        return;
      }
      for (let count = part.least; count < part.most; count += 1) {
        const split: Split = { do: 'split', to: [steps.length + 1] };
        steps.push(split);
        compile(part.part, steps);
        split.to.push(steps.length);
      }
    }
  }
}

/** Follows all ways through the pattern at once: time grows with pattern times value, never faster. */
function runSteps(steps: readonly Step[], value: string): boolean {
  const length = value.length;
  let current: number[] = [];
  let marked = new Set<number>();
  const enter = (from: number, position: number, list: number[]): void => {
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const step = steps[at];
      if (step === undefined || marked.has(at)) continue;
      marked.add(at);
      if (step.do === 'split') open.push(...step.to);
      else if (step.do === 'start') open.push(...(position === 0 ? [at + 1] : []));
      else if (step.do === 'end') open.push(...(position === length ? [at + 1] : []));
      else list.push(at);
    }
  };
  enter(0, 0, current);
  for (let position = 0; position < length && current.length > 0; position += 1) {
    const next: number[] = [];
    const character = value.charAt(position);
    marked = new Set();
    for (const at of current) {
      const step = steps[at];
      if (step?.do === 'character' && step.test(character)) enter(at + 1, position + 1, next);
    }
    current = next;
  }
  return current.some((at) => steps[at]?.do === 'match');
}

/** A pattern that can be compared with values, or the sentence that says why it cannot. */
export type Pattern = { readonly ok: true; readonly matches: (value: string) => boolean } | { readonly ok: false; readonly problem: string };

/**
 * A regular expression as links know it (learn.microsoft.com/previous-versions/system-center/system-center-2012-R2/hh403779(v=sc.12)):
 * it must cover the whole value, letters compare without regard to case, and `.` stands for line breaks too. It is not
 * handed to the JavaScript engine, where a pattern such as `(a+)+` can take for ever. Values longer than 100,000
 * characters are compared by their beginning.
 */
export function readPattern(pattern: string): Pattern {
  if (pattern.length > limits.pattern) return { ok: false, problem: `A pattern can have up to ${limits.pattern.toLocaleString('en-US')} characters.` };
  try {
    const steps: Step[] = [];
    compile(new PatternReader(pattern).read(), steps);
    steps.push({ do: 'match' });
    return { ok: true, matches: (value) => runSteps(steps, value.slice(0, limits.value)) };
  } catch (problem) {
    if (problem instanceof PatternProblem) return { ok: false, problem: problem.message };
    throw problem;
  }
}
