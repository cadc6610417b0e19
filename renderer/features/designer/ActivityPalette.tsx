import { Box, InputAdornment, OutlinedInput, Typography } from '@mui/material';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import { memo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { AnyActivity } from '../../../shared/activities/defineActivity.ts';
import { useRegistry } from '../../stores/registry.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { color } from '../../ui/color.ts';
import { holding } from '../../ui/fuzzy.ts';
import { EffectMark } from './EffectMark.tsx';
import { activityDragType } from './paletteDrag.ts';

interface Props {
  readonly disabled: boolean;
  onAdd(type: string): void;
}

function groupsOf(all: readonly AnyActivity[], query: string): readonly (readonly [string, readonly AnyActivity[]])[] {
  const found = holding(all, query, ({ title, summary, category }) => `${title} ${summary} ${category}`);
  const categories = [...new Set(found.map(({ category }) => category))];
  return categories.map((category) => [category, found.filter((activity) => activity.category === category)] as const);
}

/** The activities that a runbook can hold: search, drag onto the canvas, or Enter and double click to add. */
export const ActivityPalette = memo(function ActivityPalette({ disabled, onAdd }: Props): ReactElement {
  const registry = useRegistry();
  const [query, setQuery] = useState('');
  const [told, setTold] = useState<AnyActivity | undefined>(undefined);
  const groups = groupsOf(registry.all, query);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-activity-type]')];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    entries[Math.max(0, Math.min(entries.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
    event.preventDefault();
  };
  return (
    <Box component="section" aria-label="Activities" onKeyDown={onKeyDown} sx={{ width: 208, flexShrink: 0, display: 'flex', flexDirection: 'column', minHeight: 0, bgcolor: 'studio.panel', borderRight: `1px solid ${color('border')}` }}>
      <Box sx={{ padding: 1, paddingBottom: 0.5 }}>
        <OutlinedInput
          fullWidth
          value={query}
          placeholder="Search activities"
          onChange={(event) => setQuery(event.target.value)}
          startAdornment={<InputAdornment position="start"><SearchIcon aria-hidden /></InputAdornment>}
          slotProps={{ input: { 'aria-label': 'Search activities', type: 'search' } }}
          sx={{ paddingLeft: 1 }}
        />
      </Box>
      <Box sx={{ flex: 1, position: 'relative', overflow: 'auto', paddingBottom: 1 }}>
        {groups.length === 0 && <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>No activity matches "{query}".</Typography>}
        {groups.map(([category, members]) => (
          <Box key={category} role="group" aria-label={category}>
            <Typography variant="overline" component="div" sx={{ paddingInline: 1.25, paddingTop: 1, paddingBottom: 0.25, color: 'studio.textMuted' }}>{category}</Typography>
            {members.map((activity) => (
              <PaletteEntry key={activity.type} activity={activity} disabled={disabled} onAdd={onAdd} onTold={setTold} />
            ))}
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="div" sx={{ padding: 1.25, minHeight: '5.4em', borderTop: `1px solid ${color('border')}`, color: 'studio.textMuted' }}>
        {told?.summary ?? 'Drag an activity onto the canvas, or press Enter to add it.'}
      </Typography>
    </Box>
  );
});

interface EntryProps extends Props {
  readonly activity: AnyActivity;
  onTold(activity: AnyActivity): void;
}

function PaletteEntry({ activity, disabled, onAdd, onTold }: EntryProps): ReactElement {
  return (
    <Box
      component="button"
      type="button"
      data-activity-type={activity.type}
      draggable={!disabled}
      aria-disabled={disabled}
      aria-label={`Add ${activity.title}`}
      title={activity.summary}
      onFocus={() => onTold(activity)}
      onMouseEnter={() => onTold(activity)}
      onDragStart={(event) => {
        event.dataTransfer.setData(activityDragType, activity.type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onDoubleClick={() => (disabled ? undefined : onAdd(activity.type))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || disabled) return;
        event.preventDefault();
        onAdd(activity.type);
      }}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, width: '100%', minHeight: 30, paddingInline: 1, border: 0, bgcolor: 'transparent', color: 'studio.text', font: 'inherit', fontSize: '0.8125rem', textAlign: 'start', cursor: disabled ? 'default' : 'grab', '&:hover': { bgcolor: 'studio.hover' }, '&:focus-visible': { outlineOffset: -2 } }}
    >
      <Box sx={{ display: 'inline-flex', color: 'studio.accent' }}><ActivityIcon name={activity.icon} /></Box>
      <Box component="span" sx={{ flex: 1, minWidth: 0, lineHeight: 1.3, paddingBlock: 0.5 }}>{activity.title}</Box>
      <EffectMark effect={activity.effect} quiet />
    </Box>
  );
}
