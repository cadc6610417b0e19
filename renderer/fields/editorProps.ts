import type { ReactNode } from 'react';
import type { Field } from '../../shared/fields/field.ts';

/** A field whose value is one text; lists of declarations have an editor of their own, `ParametersEditor`. */
export type TextualField = Exclude<Field, { readonly kind: 'parameters' }>;

/** Something that a field can name: an activity or a runbook. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What every editor is given. Values are texts, as files and the data bus hold them. */
export interface EditorProps<F extends Field = TextualField> {
  readonly field: F;
  /** Id of the control; label, help and problem are tied to it. */
  readonly id: string;
  readonly value: string;
  onChange(value: string): void;
  /** What a field that names an activity or a runbook offers. */
  readonly choices?: readonly Choice[] | undefined;
  /** A sentence that says what is wrong with the value. */
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Buttons beside the label. */
  readonly adornment?: ReactNode;
  /** Given the control once it is there, so that it can be focused. */
  readonly inputRef?: ((control: { focus(): void } | null) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** Whether a value holds references or functions, so that only a text field can show it. */
export const isExpression = (value: string): boolean => value.includes('{{') || /\[\s*[A-Za-z]+\s*\(/.test(value);
