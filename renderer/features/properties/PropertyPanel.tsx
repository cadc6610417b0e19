import PinIcon from '@mui/icons-material/PushPinOutlined';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { useCallback, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { moveToRegionNamed } from '../../commands/regions.ts';
import { useCurrentEditor } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ActivityForm } from './ActivityForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import { RunbookForm } from './RunbookForm.tsx';

/** An activity whose form stays while others are selected. */
interface Pinned {
  readonly runbook: string;
  readonly activity: string;
}

/** The properties of what is selected on the canvas: an activity, a link, or the runbook itself; and of an activity that is pinned. */
export function PropertyPanel(): ReactElement {
  const editor = useCurrentEditor();
  const [pinned, setPinned] = useState<Pinned | undefined>(undefined);
  const runbook = editor?.key;
  const kept = editor !== undefined && pinned !== undefined && pinned.runbook === runbook && Object.hasOwn(editor.document.activities, pinned.activity) ? pinned.activity : undefined;
  const selected = editor?.selection.activities.length === 1 ? editor.selection.activities[0] : undefined;
  const turn = useCallback((activity: string, on: boolean): void => setPinned(on && runbook !== undefined ? { runbook, activity } : undefined), [runbook]);
  const keptPin = usePin(editor, kept, true, turn);
  const selectedPin = usePin(editor, selected, selected === kept, turn);
  if (editor === undefined) return <EmptyState text="Open a runbook to see its properties." />;
  /** Escape goes back to the canvas, unless a list or a dialog above the panel wants it for itself. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const own = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !own) return;
    event.preventDefault();
    moveToRegionNamed('Editor');
  };
  const two = kept !== undefined && kept !== selected;
  // Where there is not enough room for both, the panel scrolls from one to the other.
  const half = { flex: '1 1 50%', minHeight: two ? 200 : 0, display: 'flex', flexDirection: 'column' } as const;
  return (
    <Box onKeyDown={onKeyDown} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, overflow: two ? 'auto' : 'visible' }}>
      {two && (
        <Box role="group" aria-label="Pinned" sx={{ ...half, borderBottom: `3px double ${color('controlBorder')}` }}>
          <ActivityForm editor={{ ...editor, focus: undefined }} activityKey={kept} badge={keptPin} />
        </Box>
      )}
      <Box sx={half}>
        {selected === undefined ? <Form editor={editor} /> : <ActivityForm editor={editor} activityKey={selected} badge={selectedPin} />}
      </Box>
    </Box>
  );
}

/** The button that pins an activity's form; the same element for as long as it does the same. */
function usePin(editor: OpenEditor | undefined, activity: string | undefined, pinned: boolean, turn: (activity: string, on: boolean) => void): ReactElement | undefined {
  const name = activity === undefined ? undefined : editor?.document.activities[activity]?.name;
  return useMemo(() => (activity === undefined ? undefined : <Pin pinned={pinned} name={name ?? activity} onPin={() => turn(activity, !pinned)} />), [activity, pinned, name, turn]);
}

function Pin({ pinned, name, onPin }: { readonly pinned: boolean; readonly name: string; onPin(): void }): ReactElement {
  return (
    <Tooltip title={pinned ? 'Let these properties go' : 'Keep these properties while another activity is selected'}>
      <IconButton aria-label={`Pin the properties of ${name}`} aria-pressed={pinned} onClick={onPin} sx={pinned ? { bgcolor: 'studio.selected', color: 'studio.accent' } : {}}><PinIcon sx={{ fontSize: 18 }} /></IconButton>
    </Tooltip>
  );
}

function Form({ editor }: { readonly editor: OpenEditor }): ReactElement {
  const { activities, link } = editor.selection;
  if (link !== undefined) return <LinkForm key={`${link.from}>${link.to}`} editor={editor} ends={link} />;
  if (activities.length === 0) return <RunbookForm editor={editor} />;
  return (
    <Box sx={{ padding: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h2">{activities.length} activities selected</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{activities.map((key) => editor.document.activities[key]?.name ?? key).join(', ')}</Typography>
      <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Select one activity to see its properties. Arrow keys move all of them, Delete removes them, D switches them off or on.</Typography>
    </Box>
  );
}
