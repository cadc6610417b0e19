import type { FieldKind } from '../../../shared/fields/field.ts';
import type { BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import { filterPhrases } from '../../../shared/fields/operators.ts';
import { conditionOperators, type FilterRow, type SingleCondition } from '../../../shared/runbook/runbook.ts';
import { readableParts, type ActivityNames } from '../readable.ts';

/** A part of a sentence. `name` stands out because it is what is compared, `source` is the activity it comes from, `none` stands for nothing. */
export interface SentencePart {
  readonly kind: 'plain' | 'name' | 'source' | 'value' | 'none';
  readonly text: string;
}
/** A condition or a filter in words; a space goes between its parts. */
export type Sentence = readonly SentencePart[];

/** A sentence as one text, for names and titles. */
export const spoken = (sentence: Sentence): string => sentence.map(({ text }) => text).join(' ');

const plain = (text: string): SentencePart => ({ kind: 'plain', text });
const named = (text: string): SentencePart => ({ kind: 'name', text });
const unquoted: ReadonlySet<FieldKind | undefined> = new Set(['integer', 'number', 'boolean', 'dateTime']);

/** A value as it reads: text in quotation marks, published data by the names of its activity and its item. */
function valuePart(value: string, kind: FieldKind | undefined, names: ActivityNames): SentencePart {
  if (value.trim() === '') return { kind: 'none', text: '(empty)' };
  const parts = readableParts(value, names);
  const text = parts.map((part) => part.text).join('');
  const wholly = parts.length === 1 && parts[0]?.kind !== 'text';
  return { kind: 'value', text: wholly || unquoted.has(kind) ? text : `“${text}”` };
}

interface Compared {
  readonly operator: keyof typeof conditionOperators;
  readonly value: string;
  readonly and?: string | undefined;
}

const comparison = ({ operator, value, and }: Compared, kind: FieldKind | undefined, names: ActivityNames): Sentence => [
  named(conditionOperators[operator]),
  valuePart(value, kind, names),
  ...(operator === 'isBetween' ? [plain('and'), valuePart(and ?? '', kind, names)] : []),
];

/** What the conditions of links and loops are read with. */
export interface ConditionWords {
  /** Name of the activity whose data is looked at. */
  readonly source: string;
  readonly names: ActivityNames;
  /** Data type of one of its items. */
  kindOf(label: string): FieldKind | undefined;
}

/** A condition of a link or a loop: `Include when Subject of Find mail contains “invoice”`. `lead` is how it begins. */
export function conditionSentence(lead: string, condition: SingleCondition, { source, names, kindOf }: ConditionWords): Sentence {
  const from: SentencePart = { kind: 'source', text: source };
  if ('status' in condition) return [plain(lead), from, plain('returns'), condition.status.length === 0 ? { kind: 'none', text: '(no status)' } : named(condition.status.join(' or '))];
  return [plain(lead), named(condition.field), plain('of'), from, ...comparison(condition, kindOf(condition.field), names)];
}

/** A filter: `Take items whose Subject contains “invoice”`. */
export function filterSentence(lead: string, { field, operator, value }: FilterRow, kind: FieldKind | undefined, names: ActivityNames): Sentence {
  return [plain(lead), named(field), named(filterPhrases[operator]), valuePart(value, kind, names)];
}

/** When a breakpoint holds, without its lead: `Subject of Find contains “VIP”`. */
export function breakpointSentence(condition: BreakpointCondition, names: ActivityNames): Sentence {
  const { subject } = condition;
  if (subject.of === 'item') return [named('item number'), ...comparison(condition, 'integer', names)];
  const parts = readableParts(subject.text, names);
  const [only] = parts;
  const [source, item] = parts.length === 1 && only?.kind === 'reference' ? only.text.split(' › ') : [];
  const looked: Sentence = source !== undefined && item !== undefined ? [named(item), plain('of'), { kind: 'source', text: source }] : [valuePart(subject.text, undefined, names)];
  return [...looked, ...comparison(condition, undefined, names)];
}
