import SubscribeIcon from '@mui/icons-material/DynamicFormOutlined';
import ValueIcon from '@mui/icons-material/TuneOutlined';
import { ToggleButton, ToggleButtonGroup, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';
import { color } from '../../ui/color.ts';

interface Props {
  /** Label of the field. */
  readonly label: string;
  readonly subscribed: boolean;
  readonly disabled: boolean;
  onSwitch(subscribed: boolean): void;
}

const button = { width: 26, height: 22, padding: 0, color: 'studio.textMuted', borderColor: color('border'), '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'studio.selected', color: 'studio.text' } } as const;

/** Chooses between a value of the field's own kind and published data. */
export function ValueSwitch({ label, subscribed, disabled, onSwitch }: Props): ReactElement {
  return (
    <ToggleButtonGroup exclusive size="small" value={subscribed} disabled={disabled} aria-label={`${label} comes from`} onChange={(_event, next: boolean | null) => (next === null ? undefined : onSwitch(next))}>
      <ToggleButton value={false} aria-label={`Choose a value for ${label}`} sx={button}>
        <Tooltip title="Value"><ValueIcon sx={{ fontSize: 15 }} /></Tooltip>
      </ToggleButton>
      <ToggleButton value aria-label={`Take ${label} from published data`} sx={button}>
        <Tooltip title="Published data"><SubscribeIcon sx={{ fontSize: 15 }} /></Tooltip>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
