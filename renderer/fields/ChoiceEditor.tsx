import type { ReactElement } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { SelectEditor } from './SelectEditor.tsx';

/** One of a fixed set of words. */
export function ChoiceEditor(props: EditorProps<Extract<Field, { readonly kind: 'choice' }>>): ReactElement {
  const options = props.field.options.map((option) => ({ value: option, label: option }));
  return <SelectEditor {...props} options={options} unknown="not offered" />;
}
