import { z } from 'zod';

/** The groups of the Settings screen, in their order. */
export const settingGroups = ['Appearance', 'Editor', 'Test runs', 'Traces and history', 'Network', 'Privacy', 'Keyboard'] as const;
export type SettingGroup = (typeof settingGroups)[number];

interface Shown<T> {
  readonly group: SettingGroup;
  readonly title: string;
  /** One sentence: what it does. */
  readonly help: string;
  readonly initial: T;
}

/** A setting that a person sees. `schema` reads it from the file. */
export type SettingDefinition<T = unknown> = Shown<T> & { readonly schema: z.ZodType<T> } & (
    | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: 'switch' }
    | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly unit: string }
    | { readonly kind: 'text'; readonly placeholder: string }
  );

/** One of several words; `options` names each for the person, in order. */
export function choice<const O extends Readonly<Record<string, string>>>(shown: Shown<keyof O & string> & { readonly options: O }): SettingDefinition<keyof O & string> {
  const isValue = (value: unknown): value is keyof O & string => typeof value === 'string' && Object.hasOwn(shown.options, value);
  return { ...shown, kind: 'choice', schema: z.custom<keyof O & string>(isValue, 'unknown choice'), options: Object.entries(shown.options).map(([value, label]) => ({ value, label })) };
}

/** On or off. */
export const toggle = (shown: Shown<boolean>): SettingDefinition<boolean> => ({ ...shown, kind: 'switch', schema: z.boolean() });

/** A whole number between two. */
export const wholeNumber = (shown: Shown<number> & { readonly minimum: number; readonly maximum: number; readonly unit: string }): SettingDefinition<number> => ({
  ...shown,
  kind: 'number',
  schema: z.number().int().min(shown.minimum).max(shown.maximum),
});

/** A line of text; `placeholder` says what an empty one means. */
export const line = (shown: Shown<string> & { readonly placeholder: string }): SettingDefinition<string> => ({ ...shown, kind: 'text', schema: z.string() });
