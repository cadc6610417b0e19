import { Box, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId, type ReactElement } from 'react';

interface Props<T extends string> {
  readonly label: string;
  readonly words: readonly T[];
  readonly chosen: readonly T[];
  onChange(chosen: readonly T[]): void;
}

/** Any number of a few words, as buttons that stay pressed. */
export function WordPicker<T extends string>({ label, words, chosen, onChange }: Props<T>): ReactElement {
  const id = useId();
  return (
    <Box>
      <FormLabel id={id} component="div">{label}</FormLabel>
      <ToggleButtonGroup size="small" aria-labelledby={id} value={chosen} onChange={(_, next: T[]) => onChange(words.filter((word) => next.includes(word)))} sx={{ flexWrap: 'wrap' }}>
        {words.map((word) => (
          <ToggleButton key={word} value={word} sx={{ paddingBlock: 0.25, paddingInline: 1.25, textTransform: 'none', fontSize: '0.8125rem', color: 'studio.textMuted', borderColor: 'studio.border', '&.Mui-selected': { bgcolor: 'studio.accentSoft', color: 'studio.accent' } }}>
            {word}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
