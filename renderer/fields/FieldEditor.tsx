import type { ReactElement, ReactNode } from 'react';
import { assertNever } from '../../shared/errors/result.ts';
import type { Field } from '../../shared/fields/field.ts';
import { BooleanEditor } from './BooleanEditor.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { DateTimeEditor } from './DateTimeEditor.tsx';
import { FilesEditor } from './FilesEditor.tsx';
import { SecretEditor } from './SecretEditor.tsx';
import { TextEditor } from './TextEditor.tsx';

/** A field whose value is one text; lists of declarations have an editor of their own, `ParametersEditor`. */
export type TextualField = Exclude<Field, { readonly kind: 'parameters' }>;

/** What every editor is given. Values are texts, as files and the data bus hold them. */
export interface EditorProps<F extends Field = TextualField> {
  readonly field: F;
  /** Id of the control; label, help and problem are tied to it. */
  readonly id: string;
  readonly value: string;
  onChange(value: string): void;
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

/** The editor for a field's data type: label above, help while it has the focus, problem below. */
export function FieldEditor(props: EditorProps): ReactElement {
  const { field, ...rest } = props;
  switch (field.kind) {
    case 'text':
    case 'integer':
    case 'number':
    case 'folder':
    case 'itemId':
    case 'body':
    case 'list':
    case 'addresses':
      return <TextEditor {...rest} field={field} />;
    case 'boolean':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <BooleanEditor {...rest} field={field} />;
    case 'choice':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <ChoiceEditor {...rest} field={field} />;
    case 'dateTime':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <DateTimeEditor {...rest} field={field} />;
    case 'files':
      return <FilesEditor {...rest} field={field} />;
    case 'secret':
      return <SecretEditor {...rest} field={field} />;
    default:
      return assertNever(field);
  }
}
