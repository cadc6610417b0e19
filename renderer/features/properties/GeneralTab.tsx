import { Box, Button, FormLabel, Link, Typography } from '@mui/material';
import { memo, useMemo, type ReactElement } from 'react';
import { body, text } from '../../../shared/fields/field.ts';
import { renameActivity, setDescription, setDisabled } from '../../../shared/runbook/edits.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { useApi } from '../../api/useApi.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { CheckField } from './CheckField.tsx';

const nameField = text({ label: 'Name', required: true, maximumLength: 255, help: 'Shown on the canvas and in the console. References keep working when it changes.' });
const descriptionField = body({ label: 'Description', help: 'What the activity is for.' });

/** Name, description and switch of an activity, its links, and where its type is documented. */
export function GeneralTab({ facts, activityKey, activity, definition }: ActivityTabProps): ReactElement {
  const { readOnly, edit, endStep } = facts;
  // The same functions for every drawing, so that a key draws its own field.
  const on = useMemo(
    () => ({
      name: (name: string) => edit((before) => renameActivity(before, activityKey, name), `name:${activityKey}`),
      description: (description: string) => edit((before) => setDescription(before, activityKey, description), `description:${activityKey}`),
      disabled: (disabled: boolean) => edit((before) => setDisabled(before, activityKey, disabled)),
    }),
    [edit, activityKey],
  );
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <FieldEditor field={nameField} id={`name-${activityKey}`} value={activity.name} disabled={readOnly} error={activity.name.trim() === '' ? 'Name is required.' : undefined} onBlur={endStep} onChange={on.name} />
      <FieldEditor field={descriptionField} id={`description-${activityKey}`} value={activity.description ?? ''} disabled={readOnly} onBlur={endStep} onChange={on.description} />
      <CheckField label="Disabled: the activity is skipped, and what comes after it does not run" checked={activity.disabled} disabled={readOnly} look="sentence" onChange={on.disabled} />
      <LinksOut runbook={facts.key} structure={facts.structure} activity={activityKey} />
      <About definition={definition} />
    </Box>
  );
}

/** The links that leave the activity. */
const LinksOut = memo(function LinksOut({ runbook, structure, activity }: { readonly runbook: string; readonly structure: Runbook; readonly activity: string }): ReactElement {
  const { editor } = useStores();
  const out = structure.links.filter((link) => link.from === activity);
  return (
    <Box>
      <FormLabel component="div">Links</FormLabel>
      {out.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>No link leaves this activity. Press L on the canvas to add one.</Typography>}
      {out.map(({ to }) => (
        <Button key={to} variant="text" onClick={() => editor.getState().select(runbook, { link: { from: activity, to } })} sx={{ display: 'block', minHeight: 28, textAlign: 'start', whiteSpace: 'normal', paddingInline: 0.5 }}>
          to {structure.activities[to]?.name ?? to}
        </Button>
      ))}
    </Box>
  );
});

/** What the activity's type does, and where it is documented. */
const About = memo(function About({ definition: { summary, reference, title } }: Pick<ActivityTabProps, 'definition'>): ReactElement {
  const api = useApi();
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{summary}</Typography>
      {reference !== undefined && <Link component="button" variant="body2" onClick={() => void api.app.openExternal({ url: reference })}>Documentation of {title}</Link>}
    </Box>
  );
});
