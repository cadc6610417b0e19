import { Button, Dialog, DialogContent, DialogTitle, FormHelperText, OutlinedInput, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { z } from 'zod';
import { PublishedRow } from '../../../shared/engine/events.ts';
import { withPin } from '../../../shared/engine/testerMarks.ts';
import { useMarks } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { monospace } from '../../ui/color.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';

const Rows = z.array(PublishedRow);

type Read = { readonly ok: true; readonly rows: PublishedRow[] } | { readonly ok: false; readonly problem: string };

/** The rows that a text of JSON means, or why it means none. */
function rowsOf(text: string): Read {
  try {
    const read = Rows.safeParse(JSON.parse(text));
    return read.success ? { ok: true, rows: read.data } : { ok: false, problem: 'A list of rows is expected; each row holds texts by label, such as {"Subject": "Hello"}.' };
  } catch (thrown) {
    return { ok: false, problem: `This is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}

interface Props {
  readonly runbook: string;
  readonly activity: string;
  onClose(): void;
}

/** Edits the rows that stand for the result of an activity, as JSON. */
export function PinDialog({ runbook, activity, onClose }: Props): ReactElement | null {
  const { editor, tester } = useStores();
  const document = useStore(editor, ({ open }) => open[runbook]?.document);
  const pinned = useMarks(runbook).pins[activity];
  const [text, setText] = useState(() => JSON.stringify(pinned ?? [], null, 2));
  const read = rowsOf(text);
  if (document === undefined) return null;
  const keep = (rows: readonly PublishedRow[] | undefined): void => {
    void tester.getState().change(runbook, (marks) => withPin(marks, activity, rows));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="pin-title" maxWidth="md" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id="pin-title">Pinned result of {document.activities[activity]?.name ?? activity}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Tests use these rows in the place of running the activity. They are kept on this computer, not in the runbook.</Typography>
        <OutlinedInput
          multiline
          minRows={8}
          maxRows={18}
          value={text}
          error={!read.ok}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ input: { 'aria-label': 'Rows as JSON', 'aria-describedby': 'pin-problem', spellCheck: false } }}
          sx={{ '& textarea': { fontFamily: monospace, fontSize: '0.8125rem', lineHeight: 1.5 } }}
        />
        <FormHelperText id="pin-problem" error={!read.ok}>{read.ok ? `${read.rows.length} ${read.rows.length === 1 ? 'row' : 'rows'}` : read.problem}</FormHelperText>
      </DialogContent>
      <DialogButtons
        start={<Button color="error" onClick={() => keep(undefined)}>Remove pin</Button>}
        accept={<Button variant="contained" disabled={!read.ok} onClick={() => (read.ok ? keep(read.rows) : undefined)}>Keep rows</Button>}
        cancel={<Button onClick={onClose}>Cancel</Button>}
      />
    </Dialog>
  );
}
