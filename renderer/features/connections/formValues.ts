import { Connection, connectionFields } from '../../../shared/connections/connection.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { formatValue, parseValue } from '../../../shared/fields/value.ts';

/** The values of the form as texts, by field; the password is not among them. */
export type FormValues = Readonly<Record<string, string>>;

/** Every field but the password, in the order of the form. */
const valueFields: readonly (readonly [string, Field])[] = Object.entries(connectionFields).filter(([key]) => key !== 'password');

/** The texts of a configuration; a new form starts with the defaults of the fields. */
export function valuesOf(connection: Connection | undefined): FormValues {
  const held = new Map<string, string | number | boolean | undefined>(Object.entries(connection ?? {}));
  return Object.fromEntries(valueFields.map(([key, field]) => [key, connection === undefined ? (field.default ?? '') : formatValue(held.get(key))]));
}

/** Whether a field matters for what the other fields say. */
export function isVisible(field: Field, values: FormValues): boolean {
  return field.when === undefined || values[field.when.field] === field.when.is;
}

/** The configuration that the texts describe. What cannot be read keeps its default; `problemsOf` names it. */
export function connectionOf(values: FormValues, before: Connection | undefined): Connection {
  const read = valueFields.map(([key, field]) => {
    const parsed = parseValue({ ...field, required: false }, values[key] ?? '');
    return [key, parsed.ok ? parsed.value : undefined] as const;
  });
  const given = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  return Connection.parse({ ...given, name: (values['name'] ?? '').trim(), type: values['type'], demo: before?.demo ?? false });
}

/** Sentences for texts that are not what their field wants at all; the rules between fields are `validateConnection`. */
export function readProblems(values: FormValues): ReadonlyMap<string, string> {
  const found = valueFields.flatMap(([key, field]) => {
    if (!isVisible(field, values)) return [];
    const parsed = parseValue({ ...field, required: false }, values[key] ?? '');
    return parsed.ok ? [] : [[key, parsed.problem] as const];
  });
  return new Map(found);
}
