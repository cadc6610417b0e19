import type { ReactElement } from 'react';
import type { Field } from '../../shared/fields/field.ts';
import type { EditorProps } from './editorProps.ts';
import { SelectEditor } from './SelectEditor.tsx';

/** One of the activities or runbooks there are. */
export function NamedEditor(props: EditorProps<Extract<Field, { readonly kind: 'activity' | 'runbook' }>>): ReactElement {
  const { field, choices = [] } = props;
  const none = field.kind === 'activity' ? field.none : 'None';
  const nothing = field.kind === 'activity' ? 'No activity leads here yet' : 'This workspace has no other runbook';
  return <SelectEditor {...props} options={choices} none={none} unknown="not found" nothing={nothing} />;
}
