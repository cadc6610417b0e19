import { memo, type ReactElement } from 'react';
import { assertNever } from '../../shared/errors/result.ts';
import { BooleanEditor } from './BooleanEditor.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { DateTimeEditor } from './DateTimeEditor.tsx';
import { isExpression, type EditorProps } from './editorProps.ts';
import { FilesEditor } from './FilesEditor.tsx';
import { MailboxEditor } from './MailboxEditor.tsx';
import { NamedEditor } from './NamedEditor.tsx';
import { GlobalEditor } from './GlobalEditor.tsx';
import { PathEditor } from './PathEditor.tsx';
import { SecretEditor } from './SecretEditor.tsx';
import { SuggestionsEditor } from './SuggestionsEditor.tsx';
import { TextEditor } from './TextEditor.tsx';

/** The editor for a field's data type: label above, help while it has the focus, problem below. */
export const FieldEditor = memo(function FieldEditor(props: EditorProps): ReactElement {
  const { field, ...rest } = props;
  switch (field.kind) {
    case 'text':
      if (field.suggestions !== undefined && !isExpression(rest.value)) return <SuggestionsEditor {...rest} field={field} suggestions={field.suggestions} />;
      return field.path === true ? <PathEditor {...rest} field={field} /> : <TextEditor {...rest} field={field} />;
    case 'integer':
    case 'number':
    case 'body':
    case 'list':
    case 'addresses':
      return <TextEditor {...rest} field={field} />;
    case 'folder':
    case 'itemId':
      return <MailboxEditor {...rest} field={field} />;
    case 'boolean':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <BooleanEditor {...rest} field={field} />;
    case 'choice':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <ChoiceEditor {...rest} field={field} />;
    case 'activity':
    case 'runbook':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <NamedEditor {...rest} field={field} />;
    case 'dateTime':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <DateTimeEditor {...rest} field={field} />;
    case 'files':
      return <FilesEditor {...rest} field={field} />;
    case 'global':
      return isExpression(rest.value) ? <TextEditor {...rest} field={field} /> : <GlobalEditor {...rest} field={field} />;
    case 'secret':
      return <SecretEditor {...rest} field={field} />;
    default:
      return assertNever(field);
  }
});
