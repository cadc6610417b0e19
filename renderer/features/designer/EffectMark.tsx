import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import EditOutlinedIcon from '@mui/icons-material/EditOutlined';
import MailOutlineIcon from '@mui/icons-material/MailOutlined';
import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { Effect } from '../../../shared/activities/defineActivity.ts';
import { effectWords } from '../../stores/words.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

const marks = {
  sends: { icon: MailOutlineIcon, word: 'Sends', color: 'studio.effectSends' },
  changes: { icon: EditOutlinedIcon, word: 'Changes', color: 'studio.effectChanges' },
  deletes: { icon: DeleteOutlineIcon, word: 'Deletes', color: 'studio.effectDeletes' },
} as const;

/** What an activity does to the mailbox, as icon and word (quiet: the word is the tooltip); reading is not marked. */
export function EffectMark({ effect, quiet = false }: { readonly effect: Effect; readonly quiet?: boolean }): ReactElement | null {
  if (effect === 'none' || effect === 'reads') return null;
  const { icon: Icon, word, color } = marks[effect];
  return (
    <Box component="span" title={`This activity ${effectWords[effect]}`} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, flexShrink: 0, color, fontSize: '0.6875rem', fontWeight: 500 }}>
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      {quiet ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </Box>
  );
}
