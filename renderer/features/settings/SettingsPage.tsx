import SearchIcon from '@mui/icons-material/SearchOutlined';
import { Box, Button, InputAdornment, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { settingGroups, type SettingDefinition, type SettingGroup } from '../../../shared/workspace/settingDefinition.ts';
import { settingDefinitions, type SettingKey } from '../../../shared/workspace/settings.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { useStores } from '../../stores/stores.ts';
import { KeyboardTable } from './KeyboardTable.tsx';
import { SettingRow } from './SettingRow.tsx';

const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingDefinitions, key);
const entries = Object.entries<SettingDefinition>(settingDefinitions).flatMap(([key, definition]) => (isSettingKey(key) ? [{ key, definition }] : []));

/** What a group says besides its settings. */
const notes: Readonly<Partial<Record<SettingGroup, string>>> = {
  Network: 'Proxy, time-out and certificate authority belong to each configuration, because each server may need its own.',
  Privacy: 'No usage data is collected. Requests go to the servers of the configurations and to nobody else. Passwords and tokens are kept in the credential store of this computer and masked in traces and logs.',
};

const matches = (query: string, ...texts: readonly string[]): boolean => {
  const text = texts.join(' ').toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

/** Every setting with a sentence and its way back, by group; the last group is the keys of all commands. */
export function SettingsPage(): ReactElement {
  const id = useId();
  const { layout } = useStores();
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const asked = useStore(layout, (state) => state.settingsGroup);
  const page = useRef<HTMLDivElement>(null);
  // A reference to several ids divides them by spaces.
  const headingId = (group: SettingGroup): string => `${id}-${group.replaceAll(' ', '-')}`;
  const show = (group: SettingGroup): void => {
    setQuery('');
    layout.getState().openSettings(group);
  };
  useEffect(() => {
    if (asked !== undefined) page.current?.querySelector(`[data-group="${asked}"]`)?.scrollIntoView({ block: 'start' });
  }, [asked]);
  const shown = settingGroups.flatMap((group) => {
    const own = entries.filter(({ definition }) => definition.group === group && matches(query, group, definition.title, definition.help));
    const keys = group === 'Keyboard' ? query : undefined;
    const note = notes[group];
    const noteShown = note !== undefined && matches(query, group, note);
    return own.length > 0 || noteShown || keys !== undefined ? [{ group, own, note: noteShown ? note : undefined }] : [];
  });
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', bgcolor: 'studio.surface', containerType: 'inline-size' }}>
      <Box component="nav" aria-label="Groups of settings" sx={{ display: 'none', '@container (min-width: 640px)': { display: 'flex' }, flexDirection: 'column', gap: 0.25, flex: '0 0 11.5rem', padding: '20px 8px', borderRight: 1, borderColor: 'studio.border', overflow: 'auto' }}>
        {settingGroups.map((group) => (
          <Button key={group} variant="text" color="inherit" onClick={() => show(group)} sx={{ justifyContent: 'flex-start', whiteSpace: 'normal', textAlign: 'start' }}>{group}</Button>
        ))}
      </Box>
      <Box ref={page} sx={{ flex: 1, minWidth: 0, overflow: 'auto', scrollPaddingTop: '64px' }}>
        <Box sx={{ position: 'sticky', top: 0, zIndex: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, padding: '14px 24px 10px', bgcolor: 'studio.surface', borderBottom: 1, borderColor: 'studio.border' }}>
          <Typography variant="h2" component="h1">Settings</Typography>
          <OutlinedInput
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder="Search settings and keys"
            startAdornment={<InputAdornment position="start"><SearchIcon aria-hidden sx={{ fontSize: '1rem' }} /></InputAdornment>}
            sx={{ flex: '1 1 14rem', maxWidth: 420 }}
            slotProps={{ input: { 'aria-label': 'Search settings', type: 'search' } }}
          />
        </Box>
        <Box sx={{ padding: '8px 24px 40px', maxWidth: 860, display: 'grid', gap: 1 }}>
          {shown.map(({ group, own, note }) => (
            <Box component="section" key={group} data-group={group} aria-labelledby={headingId(group)} sx={{ paddingTop: 1.5 }}>
              <Typography variant="h3" component="h2" id={headingId(group)} sx={{ marginBottom: 0.5 }}>{group}</Typography>
              {note !== undefined && <Typography variant="body2" sx={{ color: 'studio.textMuted', maxWidth: '70ch', paddingBlock: 0.5 }}>{note}</Typography>}
              {group === 'Network' && <Button disabled={!commands.enabled('options.exchangeUser')} onClick={() => commands.run('options.exchangeUser')} sx={{ marginBlock: 0.5 }}>Open the configurations</Button>}
              {own.map(({ key, definition }) => <SettingRow key={key} name={key} definition={definition} />)}
              {group === 'Keyboard' && <KeyboardTable query={query} />}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
