/** The words of a search, in lower case. */
const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter((word) => word !== '');

/** How well a name fits what was typed: undefined where it does not. Whole words beat parts of words, and those beat letters in order. */
export function fit(query: string, name: string, more = ''): number | undefined {
  const words = wordsOf(query);
  if (words.length === 0) return 0;
  const text = name.toLowerCase();
  const wordStarts = words.every((word) => text.split(/[^\p{Letter}\p{Number}]+/u).some((part) => part.startsWith(word)));
  if (wordStarts) return 300 - text.length / 100 + (text.startsWith(words[0] ?? '') ? 100 : 0);
  if (words.every((word) => text.includes(word))) return 200 - text.length / 100;
  const all = `${text} ${more.toLowerCase()}`;
  if (words.every((word) => all.includes(word))) return 100;
  const spread = lettersInOrder(words.join(''), text);
  return spread === undefined ? undefined : 50 - spread;
}

/** How far the letters of a word are spread over a text that holds them in order; undefined where it does not. */
function lettersInOrder(word: string, text: string): number | undefined {
  let at = -1;
  let first = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return undefined;
    if (first < 0) first = at;
  }
  return Math.min(49, (at - first - word.length + 1) / 2);
}

/**
 * The items whose text holds all words of a search; where none does, those that hold most of them, so that a whole sentence finds something, too.
 * A hyphen may be left out: "email" finds "E-Mail".
 */
export function holding<T>(items: readonly T[], query: string, textOf: (item: T) => string): readonly T[] {
  const words = wordsOf(query);
  const held = items.map((item) => {
    const text = textOf(item).toLowerCase();
    const joined = text.replaceAll('-', '');
    return { item, count: words.filter((word) => text.includes(word) || joined.includes(word)).length };
  });
  const most = Math.max(0, ...held.map(({ count }) => count));
  return most === 0 && words.length > 0 ? [] : held.filter(({ count }) => count === most).map(({ item }) => item);
}
