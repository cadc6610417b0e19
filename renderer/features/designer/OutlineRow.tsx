import BreakpointIcon from '@mui/icons-material/FiberManualRecord';
import ClosedIcon from '@mui/icons-material/ChevronRightOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import GroupIcon from '@mui/icons-material/SelectAllOutlined';
import LinkIcon from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import NoteIcon from '@mui/icons-material/StickyNote2Outlined';
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box } from '@mui/material';
import { memo, type ReactElement } from 'react';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import type { Card } from './cardModel.ts';
import { EffectMark } from './EffectMark.tsx';
import type { OutlineLine } from './outlineRows.ts';

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const quiet = { color: 'studio.textMuted', fontSize: '0.75rem', ...cut } as const;

function ActivityLine({ card }: { readonly card: Card }): ReactElement {
  const Problem = card.hasErrors ? ErrorIcon : WarningIcon;
  return (
    <>
      <Box sx={{ display: 'inline-flex', color: 'studio.accent' }}><ActivityIcon name={card.icon} /></Box>
      <Box sx={{ fontWeight: 600, ...cut }}>{card.name}</Box>
      <Box sx={{ ...quiet, flexShrink: 2 }}>{[card.title, card.starts ? 'starts the runbook' : '', card.loop, card.flatten].filter((part) => part !== '').join(' · ')}</Box>
      <Box sx={{ flex: 1 }} />
      {card.disabled && <Box sx={{ fontSize: '0.75rem', fontWeight: 600, color: 'studio.textMuted' }}>Disabled</Box>}
      <EffectMark effect={card.effect} />
      {card.breakpoint && <Box title="The run pauses here" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, fontSize: '0.75rem', color: 'studio.error' }}><BreakpointIcon aria-hidden sx={{ fontSize: 12 }} />Breakpoint</Box>}
      {card.problems > 0 && (
        <Box title={card.problemText} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, fontSize: '0.75rem', fontWeight: 600, color: card.hasErrors ? 'studio.error' : 'studio.warning' }}>
          <Problem aria-hidden sx={{ fontSize: 14 }} />
          {card.problems}
        </Box>
      )}
      <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, minWidth: '9rem', justifyContent: 'flex-end', ...quiet }}>
        {card.state !== undefined && <StatusIcon status={card.state} decorative />}
        <Box component="span" sx={cut}>{card.fact}</Box>
      </Box>
    </>
  );
}

function LineContent({ row }: { readonly row: OutlineLine }): ReactElement {
  if (row.kind === 'activity') return <ActivityLine card={row.card} />;
  if (row.kind === 'link') {
    const { label, followed, verdict, disabled } = row.link;
    return (
      <>
        <LinkIcon aria-hidden sx={{ fontSize: 16, color: 'studio.textMuted' }} />
        <Box sx={cut}>to {row.target}</Box>
        <Box sx={{ ...quiet, flexShrink: 2 }}>{[label === '' ? '' : `when ${label}`, disabled ? 'disabled' : '', verdict].filter((part) => part !== '').join(' · ')}</Box>
        <Box sx={{ flex: 1 }} />
        {followed !== '' && <Box sx={{ fontSize: '0.75rem', fontWeight: 600, color: 'studio.success' }}>{followed}</Box>}
      </>
    );
  }
  return (
    <>
      {row.kind === 'group' ? <GroupIcon aria-hidden sx={{ fontSize: 16, color: 'studio.textMuted' }} /> : <NoteIcon aria-hidden sx={{ fontSize: 16, color: 'studio.textMuted' }} />}
      <Box sx={{ ...cut, fontWeight: row.kind === 'group' ? 600 : 400 }}>{row.text === '' ? 'Empty note' : row.text}</Box>
    </>
  );
}

/** What a line can ask for. */
export interface OutlineActions {
  toggle(row: OutlineLine, open: boolean): void;
  /** `extend`: adds the line to what is selected, or takes it away. */
  choose(row: OutlineLine, extend: boolean): void;
  rename(): void;
  menu(row: OutlineLine): void;
}

interface Props {
  readonly id: string;
  readonly row: OutlineLine;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly actions: OutlineActions;
}

/** A line of the outline, named as the card or link on the canvas. */
export const OutlineRow = memo(function OutlineRow({ id, row, focused, selected, actions }: Props): ReactElement {
  const dimmed = row.kind === 'activity' ? row.card.dimmed : row.kind === 'link' && row.link.dimmed;
  const open = row.kind === 'activity' ? row.open : undefined;
  const Chevron = open === true ? OpenIcon : ClosedIcon;
  return (
    <Box
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-selected={selected}
      aria-label={row.name}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      data-focused={focused}
      onClick={(event) => actions.choose(row, event.ctrlKey || event.metaKey || event.shiftKey)}
      onDoubleClick={() => actions.rename()}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.menu(row);
      }}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minHeight: 30, contentVisibility: 'auto', containIntrinsicSize: 'auto 30px', paddingRight: 1.5, paddingLeft: row.level === 1 ? 1 : 5, cursor: 'default', ...(dimmed ? { '& *': { color: 'studio.textMuted', fontWeight: 400 } } : {}), bgcolor: selected ? 'studio.selected' : 'transparent', '&:hover': { bgcolor: selected ? 'studio.selected' : 'studio.hover' }, '@media (forced-colors: active)': { outline: selected ? '2px solid Highlight' : 'none' } }}
    >
      {row.level === 1 && (
        <Box
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            if (open !== undefined) actions.toggle(row, !open);
          }}
          sx={{ display: 'inline-grid', placeItems: 'center', width: 24, height: 24, flexShrink: 0, color: 'studio.textMuted' }}
        >
          {open !== undefined && <Chevron sx={{ fontSize: 18 }} />}
        </Box>
      )}
      <LineContent row={row} />
    </Box>
  );
});
