/** Where a merge in git left both versions of some lines. Line numbers count from 1 and name the markers themselves. */
export interface Conflict {
  /** Line of `<<<<<<<`. */
  readonly start: number;
  /** Line of `=======`. */
  readonly middle: number;
  /** Line of `>>>>>>>`. */
  readonly end: number;
}

const marker = (word: string) => (line: string): boolean => line.startsWith(word) && (line.length === word.length || line[word.length] === ' ' || line[word.length] === '\r');
const opens = marker('<<<<<<<');
const divides = marker('=======');
const closes = marker('>>>>>>>');
/** Git's third part, the common ancestor, where `merge.conflictStyle` is `diff3`. */
const ancestor = marker('|||||||');

/** The conflicts of a text, in order. Markers that do not belong together are none. */
export function conflictsIn(text: string): readonly Conflict[] {
  const found: Conflict[] = [];
  let start: number | undefined;
  let middle: number | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (opens(line)) {
      start = index + 1;
      middle = undefined;
    } else if (divides(line) && start !== undefined) middle = index + 1;
    else if (closes(line) && start !== undefined && middle !== undefined) {
      found.push({ start, middle, end: index + 1 });
      start = undefined;
      middle = undefined;
    }
  }
  return found;
}

/** The text with one side of every conflict and without markers. */
export function withSide(text: string, side: 'upper' | 'lower'): string {
  const lines = text.split('\n');
  const conflicts = conflictsIn(text);
  const kept = lines.filter((_line, index) => {
    const number = index + 1;
    const conflict = conflicts.find(({ start, end }) => number >= start && number <= end);
    if (conflict === undefined) return true;
    const common = lines.findIndex((line, at) => at + 1 > conflict.start && at + 1 < conflict.middle && ancestor(line));
    const upperEnd = common < 0 ? conflict.middle : common + 1;
    return side === 'upper' ? number > conflict.start && number < upperEnd : number > conflict.middle && number < conflict.end;
  });
  return kept.join('\n');
}
