import { Box, Dialog, DialogTitle } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { OptionList, type Option } from '../../ui/OptionList.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

interface Props {
  readonly title: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  readonly empty: string;
  /** Called after the dialog has closed and given the focus back. */
  onChosen(id: string): void;
  onClose(): void;
}

/** A list to choose one thing from by typing, at the top of the window. */
export function ChooserDialog({ title, placeholder, options, empty, onChosen, onClose }: Props): ReactElement {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  return (
    <Dialog
      open={chosen === undefined}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      slotProps={{
        transition: {
          onExited: () => {
            onClose();
            if (chosen !== undefined) onChosen(chosen);
          },
        },
      }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <VisuallyHidden><DialogTitle component="span">{title}</DialogTitle></VisuallyHidden>
      <Box sx={{ padding: 1.25, paddingBottom: 0.5 }}>
        <OptionList label={title} placeholder={placeholder} options={options} empty={empty} onChoose={setChosen} ranked height="min(420px, 55vh)" />
      </Box>
    </Dialog>
  );
}
