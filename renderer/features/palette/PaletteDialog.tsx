import { Box, Dialog } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { commands, isCommandId } from '../../../shared/commands/commands.ts';
import { commandIds, type CommandCenter } from '../../commands/commandCenter.ts';
import { OptionList, type Option } from '../../ui/OptionList.tsx';
import { shortcutText } from '../../ui/shortcut.ts';

interface Props {
  readonly center: CommandCenter;
  /** Which commands were enabled when the palette was asked for; it is a dialog itself, and dialogs disable commands. */
  readonly enabled: ReadonlySet<string>;
  onClose(): void;
}

/** Every command by name, recent ones first. The chosen one runs after the palette closed, where the focus was before. */
export function PaletteDialog({ center, enabled, onClose }: Props): ReactElement {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const recent = center.recent();
  const order = [...recent, ...commandIds.filter((id) => !recent.includes(id))].filter((id) => id !== 'view.palette');
  const options = order.map((id): Option => {
    const { title, key, help } = commands[id];
    return {
      id,
      label: title.replace(/…$/, ''),
      detail: key === undefined ? undefined : shortcutText(key),
      help,
      ...(recent.length === 0 ? {} : { group: recent.includes(id) ? 'Recent' : 'All commands' }),
      ...(enabled.has(id) ? {} : { disabled: 'This command does not apply now.' }),
    };
  });
  return (
    <Dialog
      open={chosen === undefined}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      slotProps={{
        paper: { 'aria-label': 'Command palette' },
        transition: {
          onExited: () => {
            onClose();
            if (chosen !== undefined && isCommandId(chosen)) center.run(chosen, true);
          },
        },
      }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Box sx={{ padding: 1.25, paddingBottom: 0.5 }}>
        <OptionList label="Commands" placeholder="Type the name of a command" options={options} empty="No command has that name." onChoose={setChosen} height="min(420px, 55vh)" />
      </Box>
    </Dialog>
  );
}
