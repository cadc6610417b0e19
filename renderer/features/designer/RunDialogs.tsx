import { Box, Button, Checkbox, Dialog, DialogContent, DialogTitle, FormControlLabel, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { parameterField } from '../../../shared/activities/parameterField.ts';
import { parseValue } from '../../../shared/fields/value.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import type { RunPlan, RunPrompt } from '../../stores/runs.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { EffectMark } from './EffectMark.tsx';

/** Gives a control the focus when it appears; the same function each time, or it would take the focus with every key. */
const focusAtFirst = (control: { focus(): void } | null): void => control?.focus();

interface InputProps {
  readonly prompt: Extract<RunPrompt, { kind: 'input' }>;
  /** Values of the last run, by parameter name. */
  readonly before: Readonly<Record<string, string>>;
  onStart(input: Readonly<Record<string, string>>): void;
  onClose(): void;
}

/** Asks for the parameters that Initialize Data declares; what was given last time is filled in. */
export function InputDialog({ prompt, before, onStart, onClose }: InputProps): ReactElement {
  const { parameters } = prompt;
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(parameters.map(({ name, default: value }) => [name, before[name] ?? value ?? ''])));
  const [checked, setChecked] = useState(false);
  const rows = parameters.map((parameter) => {
    const field = parameterField(parameter);
    const value = values[parameter.name] ?? '';
    const parsed = parseValue(field, value);
    return { name: parameter.name, field, value, error: parsed.ok ? undefined : parsed.problem };
  });
  const start = (): void => {
    setChecked(true);
    if (rows.every(({ error }) => error === undefined)) onStart(values);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Start test</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>This runbook is started with these values.</Typography>
        {rows.map(({ name, field, value, error }, index) =>
          field.kind === 'parameters' ? null : (
            <Box key={name} onKeyDown={(event) => (event.key === 'Enter' && field.kind !== 'body' ? start() : undefined)}>
              <FieldEditor
                field={field}
                id={`run-input-${index}`}
                value={value}
                onChange={(next) => setValues({ ...values, [name]: next })}
                error={checked ? error : undefined}
                inputRef={index === 0 ? focusAtFirst : undefined}
              />
            </Box>
          ),
        )}
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" onClick={start}>{prompt.plan.mode === 'step' ? 'Step' : 'Start test'}</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}

interface ConfirmProps {
  readonly prompt: Extract<RunPrompt, { kind: 'confirm' }>;
  onStart(choice: Partial<Pick<RunPlan, 'mode' | 'guard' | 'onDemo'>>, trust: boolean): void;
  onClose(): void;
}

const doing = { sends: ['sends mail', 'send mail'], changes: ['changes items', 'change items'], deletes: ['deletes items', 'delete items'] } as const;

/** Says what a test will do to a real mailbox before it does it; the default goes one activity at a time. */
export function ConfirmRunDialog({ prompt, onStart, onClose }: ConfirmProps): ReactElement {
  const [trust, setTrust] = useState(false);
  const [guard, setGuard] = useState(true);
  const mailboxes = [...new Set(prompt.consequences.flatMap((one) => one.mailboxes))];
  const deletes = prompt.consequences.some(({ effect }) => effect === 'deletes');
  return (
    <Dialog open onClose={onClose} aria-labelledby="confirm-run-title" maxWidth="sm" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id="confirm-run-title">This test works on a real mailbox: {mailboxes.join(', ')}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {prompt.consequences.map(({ effect, activities }) => (
            <Box key={effect} component="li" sx={{ display: 'grid', gridTemplateColumns: '13rem 1fr', gap: 1.5, fontSize: '0.875rem' }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontWeight: 600 }}>
                <EffectMark effect={effect} quiet />
                {activities.length} {activities.length === 1 ? `activity ${doing[effect][0]}` : `activities ${doing[effect][1]}`}
              </Box>
              <Box sx={{ color: 'studio.textMuted' }}>{activities.join(', ')}</Box>
            </Box>
          ))}
        </Box>
        <FormControlLabel sx={{ marginTop: 1.5, display: 'flex' }} control={<Checkbox checked={guard} onChange={(event) => setGuard(event.target.checked)} />} label="Stop before each of these activities until it is confirmed" />
        {!deletes && (
          <FormControlLabel sx={{ display: 'flex' }} control={<Checkbox checked={trust} onChange={(event) => setTrust(event.target.checked)} />} label="Do not ask again for this runbook until the app closes" />
        )}
      </DialogContent>
      <DialogButtons
        start={
          <>
            <Button color="error" onClick={() => onStart({ guard }, trust)}>Run for real</Button>
            <Button onClick={() => onStart({ onDemo: true }, false)}>Run on demo mailbox</Button>
          </>
        }
        accept={<Button autoFocus variant="contained" onClick={() => onStart({ mode: 'step', guard }, trust)}>Step through</Button>}
        cancel={<Button onClick={onClose}>Cancel</Button>}
      />
    </Dialog>
  );
}
