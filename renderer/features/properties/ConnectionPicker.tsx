import { Box, Button, MenuItem, Select } from '@mui/material';
import { memo, type ReactElement } from 'react';
import { connectionFits } from '../../../shared/activities/connectionNeed.ts';
import type { ConnectionNeed } from '../../../shared/activities/defineActivity.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import { describedBy, FieldFrame } from '../../fields/FieldFrame.tsx';
import { useStores } from '../../stores/stores.ts';

const needText: Readonly<Record<ConnectionNeed, string>> = {
  none: '',
  basic: 'A configuration of the type Exchange Configuration.',
  itemActivity: 'A configuration of the type Exchange Configuration (Item Activity); its item type decides filters and published data.',
  either: 'A configuration of either type.',
};

interface Props {
  readonly id: string;
  readonly need: ConnectionNeed;
  readonly entries: readonly ConnectionEntry[];
  readonly value: string | undefined;
  readonly disabled: boolean;
  readonly error: string | undefined;
  onChange(value: string | undefined): void;
  controlRef(control: { focus(): void } | null): void;
}

/** The pack's Configuration Name: which connection the activity works with. Offers those that fit its type. */
export const ConnectionPicker = memo(function ConnectionPicker({ id, need, entries, value, disabled, error, onChange, controlRef }: Props): ReactElement {
  const { layout } = useStores();
  const fitting = entries.filter((entry) => connectionFits(need, entry.connection));
  const current = entries.find(({ key }) => key === value);
  const odd = value !== undefined && value !== '' && !fitting.some(({ key }) => key === value);
  const manage = (
    <Button variant="text" onClick={() => layout.getState().openDialog({ kind: 'exchangeUser' })} sx={{ minHeight: 24, paddingInline: 0.75, fontSize: '0.75rem' }}>
      Exchange User…
    </Button>
  );
  return (
    <FieldFrame id={id} label="Configuration Name" required help={needText[need]} error={error} disabled={disabled} adornment={manage}>
      <Select
        id={id}
        labelId={`${id}-label`}
        fullWidth
        displayEmpty
        value={value ?? ''}
        disabled={disabled}
        error={error !== undefined}
        inputRef={controlRef}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        SelectDisplayProps={{ 'aria-describedby': describedBy(id) }}
        renderValue={(key) => (key === '' ? 'Choose…' : <Chosen entry={entries.find((entry) => entry.key === key)} fallback={key} />)}
      >
        {odd && <MenuItem value={value}>{current === undefined ? `${value} (missing)` : `${current.connection.name} (another type)`}</MenuItem>}
        {fitting.length === 0 && <MenuItem disabled value="">No configuration of this type. Add one with Exchange User…</MenuItem>}
        {fitting.map((entry) => (
          <MenuItem key={entry.key} value={entry.key}><Chosen entry={entry} fallback={entry.key} /></MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
});

function Chosen({ entry, fallback }: { readonly entry: ConnectionEntry | undefined; readonly fallback: string }): ReactElement {
  const detail = entry === undefined ? 'missing' : entry.connection.demo ? 'demo' : (entry.connection.username || 'real mailbox');
  const itemType = entry?.connection.itemType;
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, minWidth: 0, width: '100%', alignItems: 'baseline' }}>
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{entry?.connection.name ?? fallback}</Box>
      <Box component="span" sx={{ marginLeft: 'auto', color: 'studio.textMuted', fontSize: '0.75rem', whiteSpace: 'nowrap' }}>{itemType === undefined ? detail : `${itemType} · ${detail}`}</Box>
    </Box>
  );
}
