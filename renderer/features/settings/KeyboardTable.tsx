import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands, type CommandId } from '../../../shared/commands/commands.ts';
import { keyOf } from '../../../shared/commands/keys.ts';
import { commandIds } from '../../commands/commandCenter.ts';
import { useStores } from '../../stores/stores.ts';
import { shortcutText } from '../../ui/shortcut.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import { KeyFile } from './KeyFile.tsx';

const nameOf = (id: CommandId): string => commands[id].title.replace(/…$/, '');

/** Every command with its key: another key can be recorded, taken away, or reset. */
export function KeyboardTable({ query }: { readonly query: string }): ReactElement {
  const { settings: store, app } = useStores();
  const settings = useStore(store, (state) => state.settings);
  const [recording, setRecording] = useState<CommandId | undefined>(undefined);
  const words = query.toLowerCase().split(/\s+/);
  const rows = commandIds.filter((id) => {
    const key = keyOf(id, settings);
    const text = `${nameOf(id)} ${commands[id].help} keyboard ${key === undefined ? '' : shortcutText(key)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const setKeys = (keys: Readonly<Record<string, string>>): void => void store.getState().change({ keys: { ...keys } });
  const give = (id: CommandId, key: string): void => {
    setRecording(undefined);
    const rest = Object.fromEntries(Object.entries(settings.keys).filter(([other]) => other !== id));
    setKeys(key === commands[id].key ? rest : { ...rest, [id]: key });
    app.getState().announce(key === '' ? `${nameOf(id)} has no key now.` : `${nameOf(id)}: ${shortcutText(key)}.`);
  };
  return (
    <Box sx={{ paddingTop: 1 }}>
      <KeyFile keys={settings.keys} onKeys={setKeys} />
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ paddingBlock: 2, color: 'studio.textMuted' }}>No command matches the search.</Typography>
      ) : (
        <Table aria-label="Keyboard shortcuts" sx={{ tableLayout: 'fixed', '& td': { verticalAlign: 'top' }, '& td:first-of-type, & th:first-of-type': { paddingLeft: 0 } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '42%' }}>Command</TableCell>
              <TableCell sx={{ width: '6.5rem' }}>Where</TableCell>
              <TableCell>Key</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((id) => (
              <TableRow key={id}>
                <TableCell>
                  <Box sx={{ fontWeight: 500 }}>{nameOf(id)}</Box>
                  <Box sx={{ color: 'studio.textMuted', fontSize: '0.75rem' }}>{commands[id].help}</Box>
                </TableCell>
                <TableCell sx={{ color: 'studio.textMuted' }}>{commands[id].scope === 'canvas' ? 'Canvas' : 'Anywhere'}</TableCell>
                <TableCell>
                  {recording === id ? (
                    <KeyRecorder command={id} name={nameOf(id)} settings={settings} nameOf={nameOf} onKey={(key) => give(id, key)} onCancel={() => setRecording(undefined)} />
                  ) : (
                    <KeyCell id={id} name={nameOf(id)} keys={keyOf(id, settings)} changed={settings.keys[id] !== undefined} onChange={() => setRecording(id)} onReset={() => give(id, commands[id].key ?? '')} />
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}

interface CellProps {
  readonly id: CommandId;
  readonly name: string;
  readonly keys: string | undefined;
  readonly changed: boolean;
  onChange(): void;
  onReset(): void;
}

function KeyCell({ id, name, keys, changed, onChange, onReset }: CellProps): ReactElement {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
      <Box sx={{ minWidth: '6.5rem' }}>{keys === undefined ? <Box component="span" sx={{ color: 'studio.textMuted' }}>none</Box> : <kbd>{shortcutText(keys)}</kbd>}</Box>
      <Button variant="text" aria-label={`Change the key of ${name}`} data-command={id} onClick={onChange} sx={{ minHeight: 24, paddingBlock: 0 }}>Change</Button>
      {changed && <Button variant="text" aria-label={`Reset the key of ${name}`} onClick={onReset} sx={{ minHeight: 24, paddingBlock: 0 }}>Reset</Button>}
    </Box>
  );
}
