import type { z } from 'zod';

/** What a YAML file can hold. Absent is `undefined`; files hold no null. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** Whether a value is a map of YAML. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same YAML; the order of keys does not matter. */
export function samePlain(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, index) => samePlain(value, other[index]));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && samePlain(one[key], other[key]));
}

/** A value as a file should hold it: keys in the schema's order, those that equal their default left out. */
export function withoutDefaults(
  schema: z.ZodObject<Readonly<Record<string, z.ZodType>>>,
  value: Readonly<Record<string, unknown>>,
  keep: readonly string[] = [],
): Record<string, unknown> {
  const kept = Object.entries(schema.shape).flatMap(([key, part]): [string, unknown][] => {
    const one = value[key];
    if (one === undefined) return [];
    const byDefault = part.safeParse(undefined);
    return !keep.includes(key) && byDefault.success && samePlain(byDefault.data, one) ? [] : [[key, one]];
  });
  return Object.fromEntries(kept);
}

/** A YAML value with its empty entries (`key:` and nothing after it) left out, as if they were not written. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutEmpty);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === null || one === undefined ? [] : [[key, withoutEmpty(one)]])));
}
