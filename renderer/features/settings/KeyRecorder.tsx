import { Box, Button, Typography } from '@mui/material';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { CommandId } from '../../../shared/commands/commands.ts';
import { conflictsOf, mayHaveKey, type KeyChoices } from '../../../shared/commands/keys.ts';
import { color } from '../../ui/color.ts';
import { pressedShortcut, shortcutText } from '../../ui/shortcut.ts';

interface Props {
  readonly command: CommandId;
  readonly name: string;
  readonly settings: KeyChoices;
  nameOf(id: CommandId): string;
  onKey(key: string): void;
  onCancel(): void;
}

/** Takes the next key press as the key of a command, and says at once what already has it. Tab and Esc keep their meaning. */
export function KeyRecorder({ command, name, settings, nameOf, onKey, onCancel }: Props): ReactElement {
  const id = useId();
  const [key, setKey] = useState<string | undefined>(undefined);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onCancel();
    if (event.key === 'Enter' && key !== undefined && allowed && conflicts.length === 0) return onKey(key);
    const pressed = pressedShortcut(event.nativeEvent);
    if (pressed !== undefined) setKey(pressed);
  };
  const conflicts = key === undefined ? [] : conflictsOf(command, key, settings);
  const allowed = key === undefined || mayHaveKey(command, key);
  const problem = !allowed
    ? 'A key for the whole window needs Ctrl or Alt, or is a function key.'
    : conflicts.length > 0
      ? `${conflicts.map(nameOf).join(', ')} already ${conflicts.length === 1 ? 'has' : 'have'} this key.`
      : '';
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box
        role="textbox"
        tabIndex={0}
        aria-label={`Press the new key for ${name}`}
        aria-describedby={`${id}-state`}
        data-recording
        onKeyDown={onKeyDown}
        ref={(element: HTMLElement | null) => {
          if (element !== null && key === undefined) element.focus();
        }}
        sx={{ padding: '5px 10px', border: `1px solid ${color('controlBorder')}`, borderRadius: 1, bgcolor: 'studio.surface' }}
      >
        {key === undefined ? <Box component="span" sx={{ color: 'studio.textMuted' }}>Press a key…</Box> : <kbd>{shortcutText(key)}</kbd>}
      </Box>
      <Typography id={`${id}-state`} role="status" variant="caption" component="div" sx={{ color: problem === '' ? 'studio.textMuted' : 'studio.error' }}>{problem === '' ? 'Esc leaves it as it was.' : problem}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        <Button variant="contained" disabled={key === undefined || problem !== ''} onClick={() => (key === undefined ? undefined : onKey(key))}>Use this key</Button>
        <Button onClick={() => onKey('')}>Use no key</Button>
        <Button onClick={onCancel}>Cancel</Button>
      </Box>
    </Box>
  );
}
