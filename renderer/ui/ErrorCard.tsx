import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import { monospace } from './color.ts';

/** An error as this card shows it; the app's error values have this shape. */
export interface ShownError {
  readonly code: string;
  readonly what: string;
  readonly why?: string | undefined;
  readonly fix: readonly string[];
  readonly details?: Readonly<Record<string, string>> | undefined;
  readonly reference?: string | undefined;
}

interface Props {
  readonly error: ShownError;
  /** A line for where it happened, for example activity and item. */
  readonly where?: ReactNode;
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
  /** Speaks the card when it appears. Off where a live region says the same. */
  readonly alert?: boolean;
}

/** The error as plain text for a ticket. */
export function errorText(error: ShownError): string {
  const fix = error.fix.map((step, index) => `${index + 1}. ${step}`);
  const details = Object.entries(error.details ?? {}).map(([name, value]) => `${name}: ${value}`);
  const reference = error.reference === undefined ? [] : [`Reference: ${error.reference}`];
  return [error.what, ...(error.why === undefined ? [] : [error.why]), '', ...fix, '', `Code: ${error.code}`, ...reference, ...details].join('\n');
}

/** A failure: what happened, why, and what to do, with the technical facts folded. */
export function ErrorCard({ error, where, actions, alert = false }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const details = Object.entries(error.details ?? {});
  return (
    <Box {...(alert ? { role: 'alert' } : { role: 'group', 'aria-label': error.what })} sx={{ border: 1, borderColor: 'studio.error', borderLeftWidth: 4, borderRadius: 1.5, bgcolor: 'studio.surface', padding: 1.5, display: 'grid', gap: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <ErrorIcon aria-hidden sx={{ color: 'studio.error', flexShrink: 0, marginTop: '1px' }} />
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{error.what}</Typography>
      </Box>
      {where !== undefined && <Typography variant="body2" component="div" sx={{ color: 'studio.textMuted' }}>{where}</Typography>}
      {error.why !== undefined && <Part title="Why"><Typography variant="body2">{error.why}</Typography></Part>}
      {error.fix.length > 0 && (
        <Part title="Fix">
          <Box component={error.fix.length === 1 ? 'ul' : 'ol'} sx={{ margin: 0, paddingLeft: error.fix.length === 1 ? 0 : 2.25, listStyle: error.fix.length === 1 ? 'none' : 'decimal' }}>
            {error.fix.map((step) => (
              <Typography key={step} variant="body2" component="li" sx={{ overflowWrap: 'anywhere' }}>{step}</Typography>
            ))}
          </Box>
        </Part>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {actions}
        <Button variant="text" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)} endIcon={<ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />} sx={{ color: 'studio.textMuted' }}>
          Details
        </Button>
      </Box>
      {open && (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5, margin: 0, fontFamily: monospace, fontSize: '0.75rem', '& dd': { margin: 0, overflowWrap: 'anywhere' }, '& dt': { color: 'studio.textMuted' } }}>
          <dt>code</dt>
          <dd>{error.code}</dd>
          {error.reference !== undefined && <><dt>reference</dt><dd>{error.reference}</dd></>}
          {details.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
        </Box>
      )}
    </Box>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '2.5rem 1fr', gap: 1 }}>
      <Typography variant="body2" sx={{ color: 'studio.textMuted', fontWeight: 500 }}>{title}</Typography>
      {children}
    </Box>
  );
}
