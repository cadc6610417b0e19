import type { ReactNode } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { ExpressionFacts } from './expression/expressionFacts.ts';

/** A field whose value is one text; lists of declarations have an editor of their own, `ParametersEditor`. */
export type TextualField = Exclude<Field, { readonly kind: 'parameters' }>;

/** Something that a field can name: an activity or a runbook. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A control as others see it. */
export interface FieldControl {
  focus(): void;
  /** Writes a text at the caret, or at the end of a text that was not touched yet; only editors of values can. */
  insert?(text: string): void;
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
  readonly inputRef?: ((control: FieldControl | null) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** What the value may refer to; without it the value is plain text. */
  readonly expression?: ExpressionFacts | undefined;
  /** Key of the configuration whose mailbox can be looked into. */
  readonly mailbox?: string | undefined;
  /** Opens the list of published data or variables; what is chosen goes to the control's `insert`. */
  readonly onSubscribe?: ((what: 'published' | 'variable') => void) | undefined;
}

/** Whether a value holds references or functions, so that only a text field can show it. */
export const isExpression = (value: string): boolean => value.includes('{{') || /\[\s*[A-Za-z]+\s*\(/.test(value);
