/** Longest name of a variable, counter or schedule, in characters. */
const longest = 100;

/** Why a name cannot be given, as a sentence, or undefined. `noun` is what gets the name; names differ by more than case. */
export function nameProblem(noun: string, name: string, taken: readonly string[]): string | undefined {
  const text = name.trim();
  if (text === '') return 'Name is required.';
  if (text !== name) return 'A name does not begin or end with a space.';
  if (name.length > longest) return `A name has ${longest} characters or fewer.`;
  // Braces end a reference; a control character cannot be typed into one.
  if (/[{}\p{Control}]/u.test(name)) return 'A name has no braces and no line breaks.';
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) return `There is already a ${noun} called ${name}.`;
  return undefined;
}
