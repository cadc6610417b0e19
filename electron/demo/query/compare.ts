import type { ValueType } from '../properties/property.ts';
import { EwsError } from '../soap/ewsError.ts';
import { parseDate } from '../store/dates.ts';
import { isTrue } from '../xml/element.ts';

/** Words with an order of their own: the store keeps them as numbers. */
const choiceOrder: readonly string[] = ['Low', 'Normal', 'High', 'Personal', 'Private', 'Confidential'];

function asNumber(text: string, type: ValueType): number {
  if (type === 'boolean') return isTrue(text) ? 1 : 0;
  if (type === 'dateTime' || type === 'date') return parseDate(text)?.getTime() ?? Number.NaN;
  return Number(text);
}

function isText(type: ValueType): boolean {
  return type === 'string' || type === 'strings' || type === 'address' || type === 'body' || type === 'complex';
}

/** Orders two values of a type; NaN where one cannot be read. Texts are compared as the store does it: without regard to case. */
export function compareValues(left: string, right: string, type: ValueType): number {
  if (isText(type)) {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (type === 'choice') {
    const order = [choiceOrder.indexOf(left), choiceOrder.indexOf(right)] as const;
    return order.includes(-1) ? compareValues(left, right, 'string') : order[0] - order[1];
  }
  return asNumber(left, type) - asNumber(right, type);
}

/** Throws EwsError for a constant that is no value of the type. */
export function checkConstant(text: string, type: ValueType): void {
  const wrongBoolean = type === 'boolean' && !['true', 'false', '1', '0'].includes(text.trim().toLowerCase());
  const wrongNumber = (type === 'int' || type === 'double' || type === 'dateTime' || type === 'date') && Number.isNaN(asNumber(text, type));
  if (wrongBoolean || wrongNumber) throw new EwsError('ErrorInvalidValueForProperty', `"${text}" is not a value of this property.`);
}

/** Which differences a ContainmentComparison overlooks. */
function folding(comparison: string): (text: string) => string {
  const ignoresCase = /IgnoreCase/.test(comparison) || comparison === 'Loose';
  const ignoresMarks = /NonSpac/.test(comparison) || comparison.startsWith('Loose');
  return (text) => {
    const marked = ignoresMarks ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text;
    return ignoresCase ? marked.toLowerCase() : marked;
  };
}

/** Whether a text holds another, by the modes and comparisons of `Contains`. */
export function contains(text: string, wanted: string, mode: string, comparison: string): boolean {
  const fold = folding(comparison);
  const [whole, part] = [fold(text), fold(wanted)];
  switch (mode) {
    case 'Prefixed':
      return whole.startsWith(part);
    case 'Substring':
      return whole.includes(part);
    case 'PrefixOnWords':
      return part.split(/\s+/).every((word) => whole.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word)));
    case 'ExactPhrase':
      return ` ${whole.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);
    default:
      return whole === part;
  }
}
