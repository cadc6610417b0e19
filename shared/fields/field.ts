import type { ItemRoles } from './itemRoles.ts';

/** An editor for several fields, and the field whose value it also needs. */
export interface Together {
  readonly editor: 'recurrence';
  /** Key of the field that says when the series starts. */
  readonly start: string;
}

/** Where a value is found that another program shows: steps in their order, and texts that are needed there. */
export interface Whereabouts {
  readonly steps: readonly string[];
  readonly copies?: readonly { readonly label: string; readonly text: string }[];
}

/** What every field says about itself. `help` is one sentence for the person who fills it in. */
export interface FieldOptions extends ItemRoles {
  readonly label: string;
  readonly help: string;
  readonly required?: boolean;
  /** The value as text that a new form starts with. */
  readonly default?: string;
  readonly placeholder?: string;
  /** Unit shown inside the field, for example `seconds`. */
  readonly unit?: string;
  /** Section of a form this field stands in; fields without one come first. */
  readonly section?: string;
  /** Fields that one editor edits together; each stays a property of its own. */
  readonly together?: Together;
  /** The field matters only while another field has this value (text form); hidden values are kept. */
  readonly when?: { readonly field: string; readonly is: string };
  /** The text is design and nothing is put into it: no published data, no variables, no functions. */
  readonly literal?: boolean;
  readonly found?: Whereabouts;
}

export interface ChoiceOptions extends FieldOptions {
  readonly options: readonly string[];
}

export interface NumberOptions extends FieldOptions {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A usual value of a text, with what it stands for. */
export interface Suggestion {
  readonly value: string;
  readonly name: string;
}

export interface TextOptions extends FieldOptions {
  /** Usual values to choose from; any other text may be typed. */
  readonly suggestions?: readonly Suggestion[];
  /** The text is the path of a file, which can be chosen with the system's dialog. */
  readonly path?: boolean;
  /** Longest value that may be kept, in characters. */
  readonly maximumLength?: number;
}

export interface GlobalOptions extends FieldOptions {
  /** Which list of the workspace the name is from. */
  readonly of: 'counters' | 'schedules';
}

export interface DateTimeOptions extends FieldOptions {
  /** Only the day counts: the value is `yyyy-mm-dd`, and no time zone moves it. */
  readonly day?: boolean;
}

export interface ActivityFieldOptions extends FieldOptions {
  /** What the choice of no activity is called. */
  readonly none: string;
}

/** A parameter of a runbook, as Initialize Data declares it. */
export interface ParameterDeclaration {
  readonly name: string;
  readonly type: 'String' | 'Integer' | 'Boolean' | 'DateTime';
  readonly description?: string | undefined;
  /** Used when a run does not give a value. */
  readonly default?: string | undefined;
}

/** The data types of values, and what each looks like to an activity's handler. Dates are ISO 8601 in UTC, or a day alone. */
export interface ValueTypes {
  readonly text: string;
  readonly body: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  readonly choice: string;
  readonly dateTime: string;
  readonly list: readonly string[];
  readonly addresses: readonly string[];
  readonly files: readonly string[];
  readonly folder: string;
  readonly itemId: string;
  readonly secret: string;
  readonly activity: string;
  readonly runbook: string;
  readonly global: string;
  readonly parameters: readonly ParameterDeclaration[];
}
export type FieldKind = keyof ValueTypes;

/** A value of any field. */
export type FieldValue = ValueTypes[FieldKind];

interface OptionsByKind {
  readonly text: TextOptions;
  readonly body: TextOptions;
  readonly integer: NumberOptions;
  readonly number: NumberOptions;
  readonly boolean: FieldOptions;
  readonly choice: ChoiceOptions;
  readonly dateTime: DateTimeOptions;
  readonly list: FieldOptions;
  readonly addresses: FieldOptions;
  readonly files: FieldOptions;
  readonly folder: FieldOptions;
  readonly itemId: FieldOptions;
  readonly secret: FieldOptions;
  readonly activity: ActivityFieldOptions;
  readonly runbook: FieldOptions;
  readonly global: GlobalOptions;
  readonly parameters: FieldOptions;
}

/** A field: one value that a person may set, filter by, or read. Made by the builders below. */
export type Field = { readonly [K in FieldKind]: OptionsByKind[K] & { readonly kind: K } }[FieldKind];
export type Fields = Readonly<Record<string, Field>>;

/** The type of a field's value: a choice is the union of its options. */
export type ValueOf<F> = F extends { readonly kind: 'choice'; readonly options: readonly (infer O)[] }
  ? O
  : F extends { readonly kind: infer K extends FieldKind }
    ? ValueTypes[K]
    : never;

type RequiredKeys<Fs> = { [K in keyof Fs]: Fs[K] extends { readonly required: true } ? K : never }[keyof Fs];

/** The values of a list of fields: required ones are there, the others may be undefined. */
export type Values<Fs> = { readonly [K in RequiredKeys<Fs>]: ValueOf<Fs[K]> } & {
  readonly [K in Exclude<keyof Fs, RequiredKeys<Fs>>]?: ValueOf<Fs[K]> | undefined;
};

function builder<const K extends FieldKind>(kind: K) {
  return <const O extends OptionsByKind[K]>(options: O): O & { readonly kind: K } => Object.assign({ kind }, options);
}

/** One line of text. */
export const text = builder('text');
/** Text of several lines. */
export const body = builder('body');
export const integer = builder('integer');
export const number = builder('number');
export const boolean = builder('boolean');
/** One of a fixed set of words. */
export const choice = builder('choice');
export const dateTime = builder('dateTime');
/** Texts separated by commas, semicolons or line breaks. */
export const list = builder('list');
/** E-mail addresses, each `user@host` or `Name <user@host>`. */
export const addresses = builder('addresses');
/** Paths of files on this computer. */
export const files = builder('files');
/** A folder of the mailbox: well-known name, path or ID. */
export const folder = builder('folder');
/** The opaque, case-sensitive ID of an Exchange item. */
export const itemId = builder('itemId');
/** Kept in the keychain, never shown again. */
export const secret = builder('secret');
/** The key of an activity upstream in the same runbook. */
export const activity = builder('activity');
/** The key of a runbook of the workspace, or its path. */
export const runbook = builder('runbook');
/** The name of a counter or schedule of the workspace. */
export const global = builder('global');
/** A list of parameter declarations. */
export const parameters = builder('parameters');
