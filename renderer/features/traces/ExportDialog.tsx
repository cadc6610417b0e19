import { Button, Dialog, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { ExportContent } from '../../../shared/trace/traceFile.ts';
import { count } from '../../stores/words.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';

type Which = 'all' | 'filtered' | 'selected';

interface Props {
  readonly all: number;
  readonly filtered: number;
  readonly selected: boolean;
  onExport(which: Which, content: ExportContent): void;
  onClose(): void;
}

/** What an export holds: which pairs, and whether the contents of the mailbox are replaced. */
export function ExportDialog({ all, filtered, selected, onExport, onClose }: Props): ReactElement {
  const [which, setWhich] = useState<Which>(filtered < all ? 'filtered' : 'all');
  const [content, setContent] = useState<ExportContent>('placeholders');
  return (
    <Dialog open onClose={onClose} aria-labelledby="export-title" maxWidth="xs" fullWidth>
      <DialogTitle id="export-title">Export traces</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <FormControl>
          <FormLabel id="export-which">Requests</FormLabel>
          <RadioGroup aria-labelledby="export-which" value={which} onChange={(_event, next) => setWhich(next === 'all' ? 'all' : next === 'filtered' ? 'filtered' : 'selected')}>
            <FormControlLabel value="all" control={<Radio />} label={`All ${count(all, 'request')}`} />
            <FormControlLabel value="filtered" control={<Radio />} disabled={filtered === all} label={`The ${count(filtered, 'request')} that the filter shows`} />
            <FormControlLabel value="selected" control={<Radio />} disabled={!selected} label="The selected request only" />
          </RadioGroup>
        </FormControl>
        <FormControl>
          <FormLabel id="export-content">Contents of the mailbox</FormLabel>
          <RadioGroup aria-labelledby="export-content" value={content} onChange={(_event, next) => setContent(next === 'content' ? 'content' : 'placeholders')}>
            <FormControlLabel value="placeholders" control={<Radio />} label="Replace with placeholders" />
            <FormControlLabel value="content" control={<Radio />} label="Include" />
          </RadioGroup>
          <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
            {content === 'placeholders' ? 'Subjects, texts, names, addresses and IDs are replaced, the same by the same. Operations, codes, dates and error texts stay.' : 'The file holds mail texts and addresses. Passwords and tokens are never in it.'}
          </Typography>
        </FormControl>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" onClick={() => onExport(which, content)}>Export…</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}
