import { Checkbox, FormControlLabel } from '@mui/material';
import { memo, type ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  /** `title` switches what stands below it; `sentence` may take several lines. */
  readonly look?: 'title' | 'sentence';
  onChange(checked: boolean): void;
}

const looks = {
  plain: { marginLeft: '-4px', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } },
  title: { marginLeft: '-4px', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', fontWeight: 500 } },
  sentence: { marginLeft: '-4px', alignItems: 'flex-start', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', paddingTop: '5px' } },
} as const;

/** A setting that is on or off. */
export const CheckField = memo(function CheckField({ label, checked, disabled, look, onChange }: Props): ReactElement {
  return <FormControlLabel control={<Checkbox checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />} label={label} sx={looks[look ?? 'plain']} />;
});
