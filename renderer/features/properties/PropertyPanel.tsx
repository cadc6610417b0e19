import { Box, Typography } from '@mui/material';
import type { KeyboardEvent, ReactElement } from 'react';
import { moveToRegionNamed } from '../../commands/regions.ts';
import { useCurrentEditor } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ActivityForm } from './ActivityForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import { RunbookForm } from './RunbookForm.tsx';

/** The properties of what is selected on the canvas: an activity, a link, or the runbook itself. */
export function PropertyPanel(): ReactElement {
  const editor = useCurrentEditor();
  if (editor === undefined) return <EmptyState text="Open a runbook to see its properties." />;
  /** Escape goes back to the canvas, unless a list or a dialog above the panel wants it for itself. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const own = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !own) return;
    event.preventDefault();
    moveToRegionNamed('Editor');
  };
  return (
    <Box onKeyDown={onKeyDown} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Form editor={editor} />
    </Box>
  );
}

function Form({ editor }: { readonly editor: OpenEditor }): ReactElement {
  const { activities, link } = editor.selection;
  const [first, ...more] = activities;
  if (link !== undefined) return <LinkForm key={`${link.from}>${link.to}`} editor={editor} ends={link} />;
  if (first === undefined) return <RunbookForm editor={editor} />;
  if (more.length === 0) return <ActivityForm editor={editor} activityKey={first} />;
  return (
    <Box sx={{ padding: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h2">{activities.length} activities selected</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{activities.map((key) => editor.document.activities[key]?.name ?? key).join(', ')}</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Select one activity to see its properties. Arrow keys move all of them, Delete removes them, D switches them off or on.</Typography>
    </Box>
  );
}
