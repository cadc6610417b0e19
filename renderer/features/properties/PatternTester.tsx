import MatchIcon from '@mui/icons-material/CheckOutlined';
import NoMatchIcon from '@mui/icons-material/CloseOutlined';
import { Box, OutlinedInput, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { readPattern } from '../../../shared/runbook/pattern.ts';

interface Props {
  /** Names the condition: its number. */
  readonly number: string;
  readonly pattern: string;
  /** Values of the item in the last test. */
  readonly samples: readonly string[];
}

/** Tries a pattern while it is written: on the values of the last test, and on a text of one's own. */
export function PatternTester({ number, pattern, samples }: Props): ReactElement {
  const [text, setText] = useState('');
  const read = readPattern(pattern);
  if (!read.ok) return <Typography variant="caption" role="status" sx={{ color: 'studio.error' }}>{read.problem}</Typography>;
  const matching = samples.filter((sample) => read.matches(sample)).length;
  const matches = read.matches(text);
  const Icon = matches ? MatchIcon : NoMatchIcon;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>
        The pattern must cover the whole value.{samples.length > 0 && ` In the last test it matched ${matching} of ${samples.length} ${samples.length === 1 ? 'value' : 'values'}.`}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <OutlinedInput value={text} placeholder={samples[0] === undefined ? 'Try a value' : `Try a value, such as ${samples[0].slice(0, 60)}`} onChange={(event) => setText(event.target.value)} slotProps={{ input: { 'aria-label': `Value to try the pattern of condition ${number} on` } }} sx={{ flex: 1 }} />
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.25, fontSize: '0.75rem', minWidth: 84, color: matches ? 'studio.success' : 'studio.textMuted' }}>
          {text !== '' && <><Icon aria-hidden sx={{ fontSize: 16 }} />{matches ? 'matches' : 'no match'}</>}
        </Box>
      </Box>
    </Box>
  );
}
