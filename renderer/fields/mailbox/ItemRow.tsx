import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { MailItem } from '../../../shared/exchange/browse.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly id: string;
  readonly item: MailItem;
  readonly selected: boolean;
  onSelect(): void;
  onChoose(): void;
}

/** When an item arrived, in this computer's time. */
export const arrival = (at: string): string => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** An item in a list: subject, sender and when it arrived. */
export function ItemRow({ id, item: { title, from, at }, selected, onSelect, onChoose }: Props): ReactElement {
  return (
    <Box id={id} role="option" aria-selected={selected} onClick={onSelect} onDoubleClick={onChoose} sx={{ padding: '5px 10px', fontSize: '0.8125rem', cursor: 'default', borderBottom: `1px solid ${color('border')}`, ...(selected ? { bgcolor: 'studio.selected', boxShadow: `inset 2px 0 ${color('accent')}` } : { '&:hover': { bgcolor: 'studio.hover' } }) }}>
      <Box sx={oneLine} title={title}>{title === '' ? '(no subject)' : title}</Box>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', fontSize: '0.75rem', color: 'studio.textMuted' }}>
        <Box component="span" sx={oneLine}>{from ?? ''}</Box>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{at === undefined ? '' : arrival(at)}</Box>
      </Box>
    </Box>
  );
}
