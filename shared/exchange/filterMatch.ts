import { assertNever } from '../errors/result.ts';
import type { FieldValue } from '../fields/field.ts';
import type { FilterOperator } from '../fields/operators.ts';
import { formatValue, smtpAddress } from '../fields/value.ts';
import type { Filter } from './port.ts';

/** Somebody as a message names them: a filter on such a field may give the address or the name. */
export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

/** Compares as the type of the filter's value does: numbers by size, dates by time, everything else as text with regard to case. */
function order(actual: FieldValue, wanted: FieldValue): number | undefined {
  if (typeof actual === 'number' && typeof wanted === 'number') return actual - wanted;
  const [left, right] = [formatValue(actual), formatValue(wanted)];
  const [earlier, later] = [Date.parse(left), Date.parse(right)];
  return Number.isNaN(earlier) || Number.isNaN(later) ? undefined : earlier - later;
}

function equal(actual: FieldValue, wanted: FieldValue, isDate: boolean): boolean {
  if (typeof actual === 'boolean' || typeof actual === 'number') return actual === wanted;
  return isDate ? order(actual, wanted) === 0 : formatValue(actual) === formatValue(wanted);
}

function holds(operator: FilterOperator, actual: FieldValue | undefined, wanted: FieldValue, isDate: boolean): boolean {
  switch (operator) {
    case 'equals':
      return actual !== undefined && equal(actual, wanted, isDate);
    case 'doesNotEqual':
      return !holds('equals', actual, wanted, isDate);
    case 'contains':
      return actual !== undefined && formatValue(actual).includes(formatValue(wanted));
    case 'doesNotContain':
      return !holds('contains', actual, wanted, isDate);
    case 'startsWith':
      return actual !== undefined && formatValue(actual).startsWith(formatValue(wanted));
    case 'lessThan':
    case 'lessThanOrEqualTo':
    case 'greaterThan':
    case 'greaterThanOrEqualTo': {
      const difference = actual === undefined ? undefined : order(actual, wanted);
      if (difference === undefined) return false;
      if (operator === 'lessThan') return difference < 0;
      if (operator === 'lessThanOrEqualTo') return difference <= 0;
      return operator === 'greaterThan' ? difference > 0 : difference >= 0;
    }
    default:
      return assertNever(operator);
  }
}

/** The positive relation behind a negative one: "does not equal" means that neither name nor address equals. */
const positives: Partial<Record<FilterOperator, FilterOperator>> = { doesNotEqual: 'equals', doesNotContain: 'contains' };

/** Addresses have no case (RFC 5321 lets only the part before the at sign have one, and Exchange does not use that). */
function addressHolds(operator: FilterOperator, actual: NamedAddress, wanted: FieldValue): boolean {
  const positive = positives[operator];
  if (positive !== undefined) return !addressHolds(positive, actual, wanted);
  const asked = formatValue(wanted);
  const address = (smtpAddress(asked) ?? asked).toLowerCase();
  return holds(operator, actual.address.toLowerCase(), address, false) || holds(operator, actual.name, asked, false);
}

/**
 * Whether a value passes a filter, as the pack compares: text with regard to case (SCD exchange-users-activities), people by
 * address or name. A value that is missing equals nothing, so it passes only the negative relations.
 */
export function passesFilter(
  filter: Pick<Filter, 'operator' | 'value'>,
  actual: FieldValue | undefined,
  kind: { readonly isDate: boolean; readonly person?: NamedAddress | undefined },
): boolean {
  if (kind.person !== undefined) return addressHolds(filter.operator, kind.person, filter.value);
  return holds(filter.operator, actual, filter.value, kind.isDate);
}
