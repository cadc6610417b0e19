import { Box, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { connectionFields, connectionTypes, type ConnectionType } from '../../../shared/connections/connection.ts';
import { controlId } from './useConnectionForm.ts';

const purposes: Readonly<Record<ConnectionType, string>> = {
  'Exchange Configuration': 'For activities that send, reply to, forward and move mail.',
  'Exchange Configuration (Item Activity)': 'For activities that create, find, read, update and delete items of one type.',
};

interface Props {
  readonly value: string;
  /** The configuration exists, and with it its type. */
  readonly fixed: boolean;
  onChange(value: string): void;
}

/** The two configuration types with a sentence each. */
export function TypeField({ value, fixed, onChange }: Props): ReactElement {
  const id = controlId('type');
  const { label } = connectionFields.type;
  if (fixed) {
    return (
      <Box>
        <FormLabel component="div">{label}</FormLabel>
        <Typography variant="body1" sx={{ paddingBlock: 0.5 }}>{value}</Typography>
        <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>The type of a configuration cannot be changed.</Typography>
      </Box>
    );
  }
  return (
    <Box>
      <FormLabel id={`${id}-label`} component="div">{label}</FormLabel>
      <RadioGroup aria-labelledby={`${id}-label`} value={value} onChange={(event) => onChange(event.target.value)} sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 1, marginTop: 0.5 }}>
        {connectionTypes.map((type) => (
          <FormControlLabel
            key={type}
            value={type}
            control={<Radio {...(type === value ? { id } : {})} slotProps={{ input: { 'aria-describedby': `${id}-${type === connectionTypes[0] ? 'basic' : 'item'}` } }} />}
            label={
              <Box sx={{ paddingBlock: '5px' }}>
                <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 500 }}>{type}</Box>
                <Box component="span" id={`${id}-${type === connectionTypes[0] ? 'basic' : 'item'}`} aria-hidden sx={{ display: 'block', fontSize: '0.75rem', color: 'studio.textMuted' }}>{purposes[type]}</Box>
              </Box>
            }
            sx={{ alignItems: 'flex-start', margin: 0, gap: 0.25, padding: '3px 10px 3px 6px', border: 1, borderRadius: 1, borderColor: type === value ? 'studio.accent' : 'studio.border', bgcolor: type === value ? 'studio.accentSoft' : 'transparent' }}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
