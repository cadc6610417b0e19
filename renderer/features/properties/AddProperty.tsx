import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, Popover } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Field } from '../../../shared/fields/field.ts';
import { OptionList } from '../../ui/OptionList.tsx';

interface Props {
  readonly fields: readonly (readonly [string, Field])[];
  readonly disabled: boolean;
  onAdd(key: string): void;
}

/** Adds an optional property from a list that can be searched, as Orchestrator's Optional Properties. */
export function AddProperty({ fields, disabled, onAdd }: Props): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const options = fields.map(([key, { label, help }]) => ({ id: key, label, help }));
  return (
    <>
      <Button variant="text" startIcon={<AddIcon />} disabled={disabled} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)} sx={{ justifySelf: 'start', minHeight: 28, marginLeft: -0.5 }}>
        Add property
      </Button>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ transition: { timeout: 0 }, paper: { role: 'dialog', 'aria-label': 'Add property' } }} disableRestoreFocus>
        <Box sx={{ width: 300, padding: 1.25 }}>
          <OptionList
            label="Optional properties"
            placeholder="Search properties"
            options={options}
            empty="No property matches."
            height={220}
            onChoose={(key) => {
              setAnchor(null);
              onAdd(key);
            }}
          />
        </Box>
      </Popover>
    </>
  );
}
