import { Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { Variable } from '../../../shared/globals/variable.ts';
import { BooleanEditor } from '../../fields/BooleanEditor.tsx';
import { TextEditor } from '../../fields/TextEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { EncryptedValue } from './EncryptedValue.tsx';
import { GlobalForm } from './GlobalForm.tsx';
import { needsValue } from './globalWords.ts';

interface Props {
  /** Name of the variable that is edited; undefined for a new one. */
  readonly name: string | undefined;
  onClose(): void;
}

/** Adds or changes a variable. The value of an encrypted one can be set and replaced, never read. */
export function VariableDialog({ name, onClose }: Props): ReactElement {
  const { globals } = useStores();
  const id = useId();
  const entry = useStore(globals, ({ view }) => (name === undefined ? undefined : view.variables.find((one) => one.name === name)));
  const before = entry?.variable;
  const [encrypted, setEncrypted] = useState(before?.encrypted ?? false);
  const [value, setValue] = useState(before?.encrypted === true ? '' : (before?.value ?? ''));
  const [secret, setSecret] = useState('');
  // A plain value that becomes encrypted is kept: it moves to the credential store.
  const kept = encrypted && before?.encrypted === false && secret === '' ? value : secret;
  const isMissing = encrypted && kept === '' && (entry === undefined || needsValue(entry) || !entry.variable.encrypted);
  return (
    <GlobalForm
      kind="variables"
      name={name}
      begin={before ?? {}}
      problem={isMissing ? 'Enter the value, or clear Encrypted variable.' : undefined}
      onClose={onClose}
      save={(saved, described, isNew) =>
        globals.getState().saveVariable({ name: saved, isNew, variable: Variable.parse({ ...before, ...described, encrypted, value: encrypted ? '' : value }), ...(encrypted && kept !== '' ? { value: kept } : {}) })
      }
    >
      <BooleanEditor
        field={{ kind: 'boolean', label: 'Encrypted variable', help: 'Its value is kept in the credential store of this computer, masked wherever runs show it, and never written to the workspace.' }}
        id={`${id}-encrypted`}
        value={encrypted ? 'True' : 'False'}
        onChange={(next) => setEncrypted(next === 'True')}
      />
      {encrypted ? (
        <EncryptedValue entry={entry} value={secret} onChange={setSecret} />
      ) : (
        <TextEditor
          field={{ kind: 'body', label: 'Value', help: 'NOW() stands for the time when it is used, NOW(day) for a part of it, %USERNAME% for a variable of the environment.' }}
          id={`${id}-value`}
          value={value}
          onChange={setValue}
        />
      )}
      {before?.encrypted === true && !encrypted && (
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>The stored value cannot be shown. It is removed from the credential store when you save; enter the value to keep above.</Typography>
      )}
    </GlobalForm>
  );
}
