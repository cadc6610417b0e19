import type { Field, Fields, Together } from '../../../shared/fields/field.ts';

/** What stands in the form as one thing: a field, or fields that one editor edits together. */
export type PropertyUnit =
  | { readonly kind: 'field'; readonly key: string; readonly field: Field }
  | { readonly kind: 'together'; readonly key: string; readonly field: Field; readonly together: Together; readonly keys: readonly string[] };

/** The properties of an activity as the form shows them, in their order; fields that belong together stand where the first of them does. */
export function propertyUnits(fields: Fields): readonly PropertyUnit[] {
  const entries = Object.entries(fields);
  return entries.flatMap(([key, field], index): PropertyUnit[] => {
    const { together } = field;
    if (together === undefined) return [{ kind: 'field', key, field }];
    const keys = entries.filter(([, other]) => other.together?.editor === together.editor).map(([other]) => other);
    return entries.findIndex(([, other]) => other.together?.editor === together.editor) === index ? [{ kind: 'together', key, field, together, keys }] : [];
  });
}

/** The keys whose values a unit holds. */
export const keysOf = (unit: PropertyUnit): readonly string[] => (unit.kind === 'together' ? unit.keys : [unit.key]);
