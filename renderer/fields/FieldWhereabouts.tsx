import InfoIcon from '@mui/icons-material/InfoOutlined';
import { Box, Button, IconButton, Popover, Tooltip, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import type { Whereabouts } from '../../shared/fields/field.ts';
import { useApi } from '../api/useApi.ts';

interface Props {
  /** Id of the label that the button stands beside. */
  readonly labelId: string;
  readonly label: string;
  readonly found: Whereabouts;
}

const question = 'Where do I find this?';

/** A button at the end of a label that says where the value is found, and copies what is needed there. */
export function FieldWhereabouts({ labelId, label, found: { steps, copies = [] } }: Props): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const title = useId();
  return (
    <>
      <Tooltip title={question} describeChild>
        <IconButton aria-label={question} aria-describedby={labelId} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)} sx={{ width: 24, height: 24 }}><InfoIcon sx={{ fontSize: 16 }} /></IconButton>
      </Tooltip>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ transition: { timeout: 0 }, paper: { role: 'dialog', 'aria-labelledby': title, tabIndex: -1 } }}>
        <Box sx={{ display: 'grid', gap: 1, padding: 1.75, maxWidth: 'min(440px, 80vw)' }}>
          <Typography id={title} variant="body2" sx={{ fontWeight: 600 }}>{label}: where it is found</Typography>
          <Box component="ol" sx={{ margin: 0, paddingLeft: 2.25, display: 'grid', gap: 0.75, fontSize: '0.8125rem', lineHeight: 1.5 }}>
            {steps.map((step) => <li key={step}>{step}</li>)}
          </Box>
          {copies.map((copy) => <Copy key={copy.text} {...copy} />)}
          <Button autoFocus onClick={() => setAnchor(null)} sx={{ justifySelf: 'end' }}>Close</Button>
        </Box>
      </Popover>
    </>
  );
}

/** A text that is needed elsewhere, with the button that copies it and says that it did. */
function Copy({ label, text }: { readonly label: string; readonly text: string }): ReactElement {
  const api = useApi();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied((await api.app.copyText({ text })).ok);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box component="code" sx={{ flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.75rem' }}>{text}</Box>
      <Button onClick={() => void copy()} sx={{ minHeight: 26, paddingBlock: 0 }}>{label}</Button>
      <Box role="status" sx={{ fontSize: '0.75rem', color: 'studio.textMuted', '&:empty': { display: 'none' } }}>{copied ? 'Copied' : ''}</Box>
    </Box>
  );
}
