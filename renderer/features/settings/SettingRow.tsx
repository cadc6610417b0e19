import { Box, Button, InputAdornment, MenuItem, OutlinedInput, Select, Switch, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SettingDefinition } from '../../../shared/workspace/settingDefinition.ts';
import type { SettingKey } from '../../../shared/workspace/settings.ts';
import { useStores } from '../../stores/stores.ts';

interface Props {
  readonly name: SettingKey;
  readonly definition: SettingDefinition;
}

/** One setting: its name, a sentence, its control, and Reset while it differs from how it began. */
export function SettingRow({ name, definition }: Props): ReactElement {
  const id = useId();
  const { settings: store } = useStores();
  const value = useStore(store, ({ settings }) => settings[name]);
  const change = (next: unknown): void => {
    if (definition.schema.safeParse(next).success) void store.getState().change({ [name]: next });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 0.5, paddingBlock: 1, borderBottom: 1, borderColor: 'studio.border', '&:last-of-type': { borderBottom: 0 } }}>
      <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
        <Typography id={`${id}-title`} component="label" htmlFor={id} sx={{ fontWeight: 500, display: 'block' }}>{definition.title}</Typography>
        <Typography id={`${id}-help`} variant="body2" sx={{ color: 'studio.textMuted' }}>{definition.help} Default: {textOf(definition, definition.initial)}.</Typography>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, marginLeft: 'auto' }}>
        {value !== definition.initial && <Button variant="text" aria-label={`Reset ${definition.title}`} onClick={() => change(definition.initial)}>Reset</Button>}
        <Control id={id} definition={definition} value={value} onChange={change} />
      </Box>
    </Box>
  );
}

function textOf(definition: SettingDefinition, value: unknown): string {
  switch (definition.kind) {
    case 'choice':
      return definition.options.find((option) => option.value === value)?.label ?? String(value);
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'number':
      return `${String(value)} ${definition.unit}`;
    case 'text':
      return value === '' ? definition.placeholder.toLowerCase() : String(value);
  }
}

interface ControlProps {
  readonly id: string;
  readonly definition: SettingDefinition;
  readonly value: unknown;
  onChange(value: unknown): void;
}

function Control({ id, definition, value, onChange }: ControlProps): ReactElement {
  const described = { 'aria-describedby': `${id}-help` };
  switch (definition.kind) {
    case 'choice':
      return (
        <Select value={String(value)} onChange={(event) => onChange(event.target.value)} labelId={`${id}-title`} inputProps={{ id, ...described }} sx={{ minWidth: 180 }}>
          {definition.options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
        </Select>
      );
    case 'switch':
      return <Switch checked={value === true} onChange={(_, on) => onChange(on)} slotProps={{ input: { id, role: 'switch', ...described } }} />;
    case 'number':
      return <NumberControl id={id} definition={definition} value={value} onChange={onChange} />;
    case 'text':
      return <OutlinedInput value={String(value)} placeholder={definition.placeholder} onChange={(event) => onChange(event.target.value)} sx={{ width: 320, maxWidth: '100%' }} slotProps={{ input: { id, ...described } }} />;
  }
}

/** A number is taken when the field is left, so that typing is not corrected under the hand. */
function NumberControl({ id, definition, value, onChange }: ControlProps): ReactElement | null {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  if (definition.kind !== 'number') return null;
  const { minimum, maximum, unit, title } = definition;
  const number = Number(typed);
  const wrong = typed !== undefined && (typed.trim() === '' || !Number.isInteger(number) || number < minimum || number > maximum);
  const take = (): void => {
    if (typed !== undefined && !wrong) onChange(number);
    setTyped(undefined);
  };
  return (
    <Box sx={{ textAlign: 'end' }}>
      <OutlinedInput
        value={typed ?? String(value)}
        error={wrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => (event.key === 'Enter' ? take() : undefined)}
        endAdornment={<InputAdornment position="end">{unit}</InputAdornment>}
        sx={{ width: 110 }}
        slotProps={{ input: { id, inputMode: 'numeric', 'aria-invalid': wrong, 'aria-describedby': wrong ? `${id}-wrong` : `${id}-help` } }}
      />
      {wrong && <Typography id={`${id}-wrong`} variant="caption" role="alert" component="div" sx={{ color: 'studio.error' }}>{`${title} must be between ${minimum} and ${maximum} ${unit}.`}</Typography>}
    </Box>
  );
}
