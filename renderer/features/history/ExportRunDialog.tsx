import { Button, Dialog, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { ReportFormat, ReportRequests, ReportWish } from '../../../shared/history/historyEvents.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';

const formats: Readonly<Record<ReportFormat, string>> = { html: 'Page to read (HTML)', jsonl: 'Every event (JSON lines)' };
const requests: Readonly<Record<ReportRequests, string>> = { none: 'Leave out', placeholders: 'With placeholders for contents', content: 'With the contents of the mailbox' };
const notes: Readonly<Record<ReportRequests, string>> = {
  none: 'Published data of the activities are in the file all the same.',
  placeholders: 'In the requests, subjects, texts, names, addresses and IDs are replaced, the same by the same. Published data of the activities stay.',
  content: 'The file holds mail texts and addresses. Passwords and tokens are never in it.',
};

const isFormat = (word: string): word is ReportFormat => Object.hasOwn(formats, word);
const isRequests = (word: string): word is ReportRequests => Object.hasOwn(requests, word);

/** What an export of a run is to be: its format, and whether the requests that it made are in it. */
export function ExportRunDialog({ onExport, onClose }: { readonly onExport: (wish: ReportWish) => void; readonly onClose: () => void }): ReactElement {
  const [wish, setWish] = useState<ReportWish>({ format: 'html', requests: 'none' });
  return (
    <Dialog open onClose={onClose} aria-labelledby="export-run-title" maxWidth="xs" fullWidth slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle id="export-run-title">Export run</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <FormControl>
          <FormLabel id="export-run-format">Format</FormLabel>
          <RadioGroup aria-labelledby="export-run-format" value={wish.format} onChange={(_event, next) => (isFormat(next) ? setWish({ ...wish, format: next }) : undefined)}>
            {Object.entries(formats).map(([value, label]) => <FormControlLabel key={value} value={value} control={<Radio />} label={label} />)}
          </RadioGroup>
        </FormControl>
        <FormControl>
          <FormLabel id="export-run-requests">Requests that it made</FormLabel>
          <RadioGroup aria-labelledby="export-run-requests" value={wish.requests} onChange={(_event, next) => (isRequests(next) ? setWish({ ...wish, requests: next }) : undefined)}>
            {Object.entries(requests).map(([value, label]) => <FormControlLabel key={value} value={value} control={<Radio />} label={label} />)}
          </RadioGroup>
          <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>{notes[wish.requests]}</Typography>
        </FormControl>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" onClick={() => onExport(wish)}>Export…</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}
