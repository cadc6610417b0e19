import type { FilterRelations } from './itemRoles.ts';

/** Relations of an Exchange filter, with Orchestrator's words. Text is compared with regard to case (SCD exchange-users-activities). */
export const filterOperators = {
  equals: 'Equals',
  doesNotEqual: 'Does not equal',
  lessThan: 'Less than',
  lessThanOrEqualTo: 'Less than or equal to',
  greaterThan: 'Greater than',
  greaterThanOrEqualTo: 'Greater than or equal to',
  contains: 'Contains',
  doesNotContain: 'Does not contain',
  startsWith: 'Starts with',
} as const;
export type FilterOperator = keyof typeof filterOperators;

/** The same relations within a sentence: `Size is greater than 1000`. */
export const filterPhrases: Readonly<Record<FilterOperator, string>> = {
  equals: 'equals',
  doesNotEqual: 'does not equal',
  lessThan: 'is less than',
  lessThanOrEqualTo: 'is less than or equal to',
  greaterThan: 'is greater than',
  greaterThanOrEqualTo: 'is greater than or equal to',
  contains: 'contains',
  doesNotContain: 'does not contain',
  startsWith: 'starts with',
};

const equality: readonly FilterOperator[] = ['equals', 'doesNotEqual'];

/** The operators that a set of relations offers, in the order a person sees them. */
export const operatorsOf: Readonly<Record<FilterRelations, readonly FilterOperator[]>> = {
  equality,
  order: [...equality, 'lessThan', 'lessThanOrEqualTo', 'greaterThan', 'greaterThanOrEqualTo'],
  text: [...equality, 'contains', 'doesNotContain', 'startsWith'],
};

/** Whether a word of a file is one of the operators. */
export function isFilterOperator(word: string): word is FilterOperator {
  return Object.hasOwn(filterOperators, word);
}
