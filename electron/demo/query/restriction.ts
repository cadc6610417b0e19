import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { child, type XmlElement } from '../xml/element.ts';
import { checkConstant, compareValues, contains } from './compare.ts';
import { isPath, operandOf, type Operand } from './operand.ts';

/** Whether an item passes. */
export type Predicate = (item: Item, mailbox: Mailbox) => boolean;

/** More conditions than this and Exchange gives up. */
const mostConditions = 256;
const unsupported = 'ErrorUnsupportedPathForQuery';

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  IsEqualTo: (order) => order === 0,
  IsGreaterThan: (order) => order > 0,
  IsGreaterThanOrEqualTo: (order) => order >= 0,
  IsLessThan: (order) => order < 0,
  IsLessThanOrEqualTo: (order) => order <= 0,
};

function pathOf(expression: XmlElement): Operand {
  const path = expression.children.find(isPath);
  if (path === undefined) throw new EwsError('ErrorInvalidRequest');
  return operandOf(path, unsupported);
}

/** The right side: a constant, or another property of the same item. */
function rightSide(expression: XmlElement, left: Operand): (item: Item, mailbox: Mailbox) => readonly string[] {
  const side = child(expression, 'FieldURIOrConstant')?.children[0];
  if (side === undefined) throw new EwsError('ErrorInvalidRequest');
  if (side.name !== 'Constant') return operandOf(side, unsupported).texts;
  const value = side.attributes['Value'] ?? '';
  checkConstant(value, left.type);
  return () => [value];
}

function comparison(expression: XmlElement, holds: (order: number) => boolean): Predicate {
  const left = pathOf(expression);
  const right = rightSide(expression, left);
  return (item, mailbox) => left.texts(item, mailbox).some((one) => right(item, mailbox).some((other) => holds(compareValues(one, other, left.type))));
}

function containsExpression(expression: XmlElement): Predicate {
  const left = pathOf(expression);
  const wanted = child(expression, 'Constant')?.attributes['Value'] ?? '';
  const mode = expression.attributes['ContainmentMode'] ?? 'FullString';
  const comparing = expression.attributes['ContainmentComparison'] ?? 'Exact';
  return (item, mailbox) => left.texts(item, mailbox).some((text) => contains(text, wanted, mode, comparing));
}

function excludes(expression: XmlElement): Predicate {
  const left = pathOf(expression);
  const mask = Number(child(expression, 'Bitmask')?.attributes['Value'] ?? '0');
  return (item, mailbox) => left.texts(item, mailbox).every((text) => (Number(text) & mask) === 0);
}

function predicate(expression: XmlElement, count: { conditions: number }): Predicate {
  count.conditions += 1;
  if (count.conditions > mostConditions) throw new EwsError('ErrorRestrictionTooComplex');
  const order = orders[expression.name];
  if (order !== undefined) return comparison(expression, order);
  const inner = (): Predicate[] => expression.children.map((one) => predicate(one, count));
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
      const equal = comparison(expression, (found) => found === 0);
      return (item, mailbox) => !equal(item, mailbox);
    }
    case 'Exists': {
      const operand = pathOf(expression);
      return (item, mailbox) => operand.texts(item, mailbox).length > 0;
    }
    case 'Contains':
      return containsExpression(expression);
    case 'Excludes':
      return excludes(expression);
    default:
      throw new EwsError('ErrorInvalidRequest', `${expression.name} is not a search expression.`);
  }
}

/** The predicate of a Restriction element; everything passes where there is none. Throws EwsError for what searches cannot do. */
export function restrictionOf(restriction: XmlElement | undefined): Predicate {
  const expression = restriction?.children[0];
  return expression === undefined ? () => true : predicate(expression, { conditions: 0 });
}
