import { maskMark } from '../trace/mask.ts';

/** What stands in place of a value that came from an encrypted variable. */
export const secretMark = maskMark;

/**
 * A secret shorter than this is not searched for in texts: hiding every "42" would destroy them and betray the secret. Such a value is
 * hidden where it is known to stand: in the inputs and published items that were made from it.
 */
const shortest = 4;

/** Members of events that name things; what a secret says is never one of them. */
const structural = new Set(['type', 'run', 'at', 'seq', 'execution', 'activity', 'from', 'to', 'key', 'trace', 'status', 'outcome', 'level', 'code', 'kind', 'order', 'startedBy']);

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A secret as documents write it: as it is, with XML's and JSON's escapes, and line by line. */
function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/);
  return [secret.trim(), ...lines].flatMap((text) => [text, inXml(text), inXml(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;'), JSON.stringify(text).slice(1, -1)]);
}

/** The values of encrypted variables that a run has used, and what was made from them. Everything a run tells or records is searched for them. */
export class KnownSecrets {
  /** Longest first, so that no part of a longer one is left beside the mark. */
  #literals: readonly string[] = [];
  #isEmpty = true;

  /** Remembers a secret, or a text that was made from one. */
  add(text: string): void {
    if (text !== '') this.#isEmpty = false;
    const long = formsOf(text).filter((form) => form.trim().length >= shortest);
    this.#literals = [...new Set([...this.#literals, ...long])].toSorted((a, b) => b.length - a.length);
  }

  /** Whether no secret was met yet, not even one too short to look for. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Whether a text holds a secret. */
  isIn(text: string): boolean {
    return this.#literals.some((literal) => text.includes(literal));
  }

  /** The text with secrets hidden. */
  mask(text: string): string {
    return this.#literals.reduce((result, literal) => (result.includes(literal) ? result.split(literal).join(secretMark) : result), text);
  }

  /** A value of plain data with secrets hidden in all of its texts but those that name things. `T` is what JSON can hold. */
  masked<T>(value: T): T;
  masked(value: unknown): unknown {
    if (this.#literals.length === 0) return value;
    if (typeof value === 'string') return this.mask(value);
    if (Array.isArray(value)) return value.map((one: unknown) => this.masked(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key, structural.has(key) && typeof one === 'string' ? one : this.masked(one)]));
  }
}
