import type { FieldKind } from '../../shared/fields/field.ts';
import { conditionOperators, type ConditionOperator } from '../../shared/runbook/runbook.ts';

const equality: readonly ConditionOperator[] = ['equals', 'doesNotEqual'];
const text: readonly ConditionOperator[] = ['contains', 'doesNotContain', 'startsWith', 'endsWith', 'matchesPattern', 'doesNotMatchPattern', ...equality];
const order: readonly ConditionOperator[] = [...equality, 'isLessThan', 'isLessThanOrEqualTo', 'isGreaterThan', 'isGreaterThanOrEqualTo', 'isBetween'];

/** Whether a word of a file is one of the operators. */
export const isConditionOperator = (word: string): word is ConditionOperator => Object.hasOwn(conditionOperators, word);

/** The operators that a data type allows in a link's condition (runbook-model 1.5); the current one stays in the list. */
export function conditionOperatorsFor(kind: FieldKind | undefined, current: ConditionOperator): readonly ConditionOperator[] {
  const allowed = kind === 'boolean' ? equality : kind === 'integer' || kind === 'number' ? order : kind === 'dateTime' ? [...order, ...text] : text;
  const unique = [...new Set(allowed)];
  return unique.includes(current) ? unique : [...unique, current];
}
