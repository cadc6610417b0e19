import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Field } from '../../shared/fields/field.ts';
import { globalNouns } from '../../shared/globals/view.ts';
import { useStores } from '../stores/stores.ts';
import type { EditorProps } from './editorProps.ts';
import { SelectEditor } from './SelectEditor.tsx';

/** A counter or schedule of the workspace. */
export function GlobalEditor(props: EditorProps<Extract<Field, { readonly kind: 'global' }>>): ReactElement {
  const { globals } = useStores();
  const { of } = props.field;
  const entries = useStore(globals, ({ view }) => view[of]);
  const noun = globalNouns[of];
  const options = entries.map(({ name }) => ({ value: name, label: name }));
  return <SelectEditor {...props} options={options} choose={`Choose a ${noun}…`} unknown="not in this workspace" nothing={`No ${noun} yet: add one in the Variables view`} />;
}
