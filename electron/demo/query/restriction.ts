import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, type XmlElement } from '../xml/element.ts';
import { checkConstant, compareValues, contains } from './compare.ts';
import { isPath, operandOf, type Operand } from './operand.ts';

/** Whether an item, or a folder, passes. */
export type Predicate<T> = (subject: T, mailbox: Mailbox) => boolean;

/** Makes the operand of a path. Throws EwsError for a property that searches cannot use. */
export type OperandOf<T> = (path: XmlElement) => Operand<T>;

/** More conditions than this and Exchange gives up. */
const mostConditions = 256;

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  IsEqualTo: (order) => order === 0,
  IsGreaterThan: (order) => order > 0,
  IsGreaterThanOrEqualTo: (order) => order >= 0,
  IsLessThan: (order) => order < 0,
  IsLessThanOrEqualTo: (order) => order <= 0,
};

function pathOf<T>(expression: XmlElement, operand: OperandOf<T>): Operand<T> {
  const path = expression.children.find(isPath);
  if (path === undefined) throw new EwsError('ErrorInvalidRequest');
  return operand(path);
}

/** The right side: a constant, or another property of the same item. */
function rightSide<T>(expression: XmlElement, left: Operand<T>, operand: OperandOf<T>): Operand<T>['texts'] {
  const side = child(expression, 'FieldURIOrConstant')?.children[0];
  if (side === undefined) throw new EwsError('ErrorInvalidRequest');
  if (side.name !== 'Constant') return operand(side).texts;
  const value = side.attributes['Value'] ?? '';
  checkConstant(value, left.type);
  return () => [value];
}

function comparison<T>(expression: XmlElement, operand: OperandOf<T>, holds: (order: number) => boolean): Predicate<T> {
  const left = pathOf(expression, operand);
  const right = rightSide(expression, left, operand);
  return (item, mailbox) => left.texts(item, mailbox).some((one) => right(item, mailbox).some((other) => holds(compareValues(one, other, left.type))));
}

function containsExpression<T>(expression: XmlElement, operand: OperandOf<T>): Predicate<T> {
  const left = pathOf(expression, operand);
  const wanted = child(expression, 'Constant')?.attributes['Value'] ?? '';
  const mode = expression.attributes['ContainmentMode'] ?? 'FullString';
  const comparing = expression.attributes['ContainmentComparison'] ?? 'Exact';
  return (item, mailbox) => left.texts(item, mailbox).some((text) => contains(text, wanted, mode, comparing));
}

function excludes<T>(expression: XmlElement, operand: OperandOf<T>): Predicate<T> {
  const left = pathOf(expression, operand);
  const mask = Number(child(expression, 'Bitmask')?.attributes['Value'] ?? '0');
  return (item, mailbox) => left.texts(item, mailbox).every((text) => (Number(text) & mask) === 0);
}

function predicate<T>(expression: XmlElement, operand: OperandOf<T>, count: { conditions: number }): Predicate<T> {
  count.conditions += 1;
  if (count.conditions > mostConditions) throw new EwsError('ErrorRestrictionTooComplex');
  const order = orders[expression.name];
  if (order !== undefined) return comparison(expression, operand, order);
  const inner = (): Predicate<T>[] => expression.children.map((one) => predicate(one, operand, count));
  switch (expression.name) {
    case 'And': {
      const all = inner();
      return (item, mailbox) => all.every((one) => one(item, mailbox));
    }
    case 'Or': {
      const any = inner();
      return (item, mailbox) => any.some((one) => one(item, mailbox));
    }
    case 'Not': {
      const none = inner();
      return (item, mailbox) => !none.some((one) => one(item, mailbox));
    }
    case 'IsNotEqualTo': {
      const equal = comparison(expression, operand, (found) => found === 0);
      return (item, mailbox) => !equal(item, mailbox);
    }
    case 'Exists': {
      const value = pathOf(expression, operand);
      return (item, mailbox) => value.texts(item, mailbox).length > 0;
    }
    case 'Contains':
      return containsExpression(expression, operand);
    case 'Excludes':
      return excludes(expression, operand);
    default:
      throw new EwsError('ErrorInvalidRequest', `${expression.name} is not a search expression.`);
  }
}

/** The predicate of a Restriction element over operands of any kind; everything passes where there is none. */
export function predicateOf<T>(restriction: XmlElement | undefined, operand: OperandOf<T>): Predicate<T> {
  const expression = restriction?.children[0];
  return expression === undefined ? () => true : predicate(expression, operand, { conditions: 0 });
}

/** The predicate of a Restriction on items. Throws EwsError for what searches cannot do. */
export function restrictionOf(restriction: XmlElement | undefined): Predicate<Item> {
  return predicateOf(restriction, (path) => operandOf(path, 'ErrorUnsupportedPathForQuery'));
}
