import { Box, Typography } from '@mui/material';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { connectionFields, needsPassword } from '../../../shared/connections/connection.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { Notice } from '../../ui/Notice.tsx';
import { isVisible } from './formValues.ts';
import { PasswordField } from './PasswordField.tsx';
import { TypeField } from './TypeField.tsx';
import { controlId, type ConnectionForm } from './useConnectionForm.ts';

/** The heading that stands before a field; the order of the fields is the pack's. */
const headings: Readonly<Record<string, string>> = { serverAddress: 'Server', username: 'Sign in', traceEws: 'Tracing and limits', proxy: 'More', itemType: 'Item activities' };

/** Short fields that stand beside the field after them. */
const halves: ReadonlySet<string> = new Set(['timeout']);

interface Props {
  readonly form: ConnectionForm;
  /** The configuration that is edited; undefined for a new one. */
  readonly entry: ConnectionEntry | undefined;
  /** Who is signed in, and the buttons for it; stands after the fields of Exchange Online. */
  readonly signIn: ReactNode;
}

/** The fields of Add Configuration: those that matter for what is chosen, generated from their list. */
export function ConnectionFields({ form, entry, signIn }: Props): ReactElement {
  const keychain = useStore(useStores().app, (state) => state.facts?.keychain);
  const fields: readonly (readonly [string, Field])[] = Object.entries(connectionFields);
  const applicationId = form.values['applicationId']?.trim() ?? '';
  const online = form.values['exchangeOnline'] === 'True';
  const editor = (key: string, field: Field): ReactElement | null => {
    const error = form.problems.errors.get(key);
    if (key === 'type') return <TypeField value={form.values[key] ?? ''} fixed={entry !== undefined} onChange={(value) => form.set(key, value)} />;
    if (field.kind === 'secret') return <PasswordField form={form} entry={entry} keychain={keychain} error={error} field={field} />;
    if (field.kind === 'parameters') return null;
    return <FieldEditor field={field} id={controlId(key)} value={form.values[key] ?? ''} error={error} onChange={(value) => form.set(key, value)} onBlur={() => form.leave(key)} />;
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      {entry?.connection.demo === true && <Notice tone="information">This is the demo mailbox. Its address and password are set whenever the demo server starts.</Notice>}
      {fields.filter(([key, field]) => isVisible(field, form.values) && (key !== 'password' || needsPassword(form.connection))).map(([key, field]) => {
        const warning = form.problems.warnings.get(key);
        return (
          <Fragment key={key}>
            {headings[key] !== undefined && (
              <Typography variant="h3" component="h3" sx={{ borderTop: 1, borderColor: 'studio.border', paddingTop: 1.5, marginTop: 0.75 }}>{headings[key]}</Typography>
            )}
            <Box sx={halves.has(key) ? { maxWidth: '14rem' } : {}}>{editor(key, field)}</Box>
            {warning !== undefined && <Notice tone="warning">{warning}</Notice>}
            {key === 'logOAuth' && signIn}
            {key === 'exchangeOnline' && online && (
              <Notice tone="warning">
                Microsoft is switching Exchange Web Services off in Exchange Online, tenant by tenant, and for good on 1 April 2027. Until then an administrator can allow this app by its application ID{applicationId === '' ? '' : `, ${applicationId},`} in EwsAllowedAppIDs. Exchange Server on-premises is not affected.
              </Notice>
            )}
          </Fragment>
        );
      })}
    </Box>
  );
}
