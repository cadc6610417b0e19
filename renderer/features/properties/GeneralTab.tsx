import { Box, Button, Checkbox, FormControlLabel, FormLabel, Link, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { body, text } from '../../../shared/fields/field.ts';
import { renameActivity, setDescription, setDisabled } from '../../../shared/runbook/edits.ts';
import { useApi } from '../../api/useApi.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import type { ActivityTabProps } from './activityTab.ts';

const nameField = text({ label: 'Name', required: true, maximumLength: 255, help: 'Shown on the canvas and in the console. References keep working when it changes.' });
const descriptionField = body({ label: 'Description', help: 'What the activity is for.' });

/** Name, description and switch of an activity, its links, and where its type is documented. */
export function GeneralTab({ facts, activityKey, activity, definition }: ActivityTabProps): ReactElement {
  const api = useApi();
  const { editor } = useStores();
  const { document, readOnly, edit, endStep } = facts;
  const out = document.links.filter((link) => link.from === activityKey);
  const named = (key: string): string => document.activities[key]?.name ?? key;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <FieldEditor field={nameField} id={`name-${activityKey}`} value={activity.name} disabled={readOnly} error={activity.name.trim() === '' ? 'Name is required.' : undefined} onBlur={endStep} onChange={(name) => edit((before) => renameActivity(before, activityKey, name), `name:${activityKey}`)} />
      <FieldEditor field={descriptionField} id={`description-${activityKey}`} value={activity.description ?? ''} disabled={readOnly} onBlur={endStep} onChange={(description) => edit((before) => setDescription(before, activityKey, description), `description:${activityKey}`)} />
      <FormControlLabel
        control={<Checkbox checked={activity.disabled} disabled={readOnly} onChange={(event) => edit((before) => setDisabled(before, activityKey, event.target.checked))} />}
        label="Disabled: the activity is skipped, and what comes after it does not run"
        sx={{ marginLeft: '-4px', alignItems: 'flex-start', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', paddingTop: '5px' } }}
      />
      <Box>
        <FormLabel component="div">Links</FormLabel>
        {out.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>No link leaves this activity. Press L on the canvas to add one.</Typography>}
        {out.map(({ to }) => (
          <Button key={to} variant="text" onClick={() => editor.getState().select(facts.key, { link: { from: activityKey, to } })} sx={{ display: 'block', minHeight: 28, textAlign: 'start', whiteSpace: 'normal', paddingInline: 0.5 }}>
            to {named(to)}
          </Button>
        ))}
      </Box>
      <Box>
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{definition.summary}</Typography>
        {definition.reference !== undefined && (
          <Link component="button" variant="body2" onClick={() => void api.app.openExternal({ url: definition.reference ?? '' })}>Documentation of {definition.title}</Link>
        )}
      </Box>
    </Box>
  );
}
