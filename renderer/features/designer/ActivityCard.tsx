import AddIcon from '@mui/icons-material/Add';
import LoopIcon from '@mui/icons-material/LoopOutlined';
import InvokedIcon from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import FlattenIcon from '@mui/icons-material/MergeTypeOutlined';
import PinIcon from '@mui/icons-material/PushPinOutlined';
import PlayArrowIcon from '@mui/icons-material/PlayArrow';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Box, IconButton, Typography } from '@mui/material';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo, useContext, type ReactElement } from 'react';
import { count } from '../../stores/words.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { CanvasActionsContext } from './canvasActions.ts';
import type { Card } from './cardModel.ts';
import { badgeStyle, cardStyle, gutterStyle, handleStyle, invokedStyle, problemStyle, targetHandleStyle } from './cardStyle.ts';
import { EffectMark } from './EffectMark.tsx';
import { LinkStops } from './LinkStops.tsx';

/** An activity on the canvas. */
export type CardNode = Node<Card, 'activity'>;

function Problems({ card, onClick }: { readonly card: Card; readonly onClick: () => void }): ReactElement | null {
  if (card.problems === 0) return null;
  const Icon = card.hasErrors ? ErrorOutlineIcon : WarningAmberIcon;
  return (
    <Box component="button" type="button" className="nodrag" tabIndex={-1} aria-label={`Show ${count(card.problems, 'problem')} of ${card.name}`} title={card.problemText} onClick={onClick} sx={problemStyle(card.hasErrors)}>
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      {card.problems}
    </Box>
  );
}

/** A name may take two lines, never more. The room above keeps the tops of letters, which a small zoom draws a little higher, from being cut. */
const twoLines = { paddingTop: '3px', marginTop: '-3px', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' } as const;

function Headline({ card }: { readonly card: Card }): ReactElement {
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', minWidth: 0 }}>
      <Box sx={{ display: 'grid', placeItems: 'center', width: 30, height: 30, borderRadius: 1, bgcolor: 'studio.accentSoft', color: 'studio.accent', flexShrink: 0 }}>
        <ActivityIcon name={card.icon} />
      </Box>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography title={card.name} sx={{ ...twoLines, fontSize: 13, fontWeight: 600, lineHeight: '16px' }}>
          {card.name}
        </Typography>
        <Typography noWrap title={card.title} sx={{ fontSize: 12, lineHeight: '16px', color: 'studio.textMuted' }}>
          {card.title}
        </Typography>
      </Box>
    </Box>
  );
}

function FactLine({ card }: { readonly card: Card }): ReactElement {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0, fontSize: 12, color: card.state === undefined ? 'studio.textMuted' : 'studio.text' }}>
      {card.state !== undefined && <StatusIcon status={card.state} decorative />}
      <Box component="span" title={card.fact} sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {card.fact}
      </Box>
      {card.disabled ? <Box sx={{ fontWeight: 600, color: 'studio.textMuted' }}>Disabled</Box> : <EffectMark effect={card.effect} quiet={card.state !== undefined} />}
    </Box>
  );
}

const loopTitle = (attempts: string): string => (attempts === '' ? '' : attempts.startsWith('attempt') ? `now ${attempts}` : `in the last test it took ${attempts.slice(0, -1)} attempts`);

/** Opens the run that the activity invoked. */
function InvokedButton({ card, onClick }: { readonly card: Card; readonly onClick: () => void }): ReactElement {
  return (
    <Box component="button" type="button" className="nodrag" tabIndex={-1} aria-label={`Show the run that ${card.name} invoked`} title="Opens the invoked runbook with its run" onClick={onClick} sx={invokedStyle(card.invoked === 'waits')}>
      <InvokedIcon aria-hidden sx={{ fontSize: 13 }} />
      Show run
    </Box>
  );
}

/** How the activity repeats, how it joins rows, and that its result is pinned: shape and word, at the lower edge. */
function Badges({ card, onInvoked }: { readonly card: Card; readonly onInvoked: () => void }): ReactElement | null {
  const [, times = ''] = /(\d[\d,]*) time/.exec(card.loop) ?? [];
  if (card.loop === '' && card.flatten === '' && card.pinnedRows === undefined && card.invoked === '') return null;
  return (
    <Box sx={{ position: 'absolute', bottom: -10, left: 10, display: 'flex', gap: 0.5 }}>
      {card.invoked !== '' && <InvokedButton card={card} onClick={onInvoked} />}
      {card.loop !== '' && (
        <Box data-attempts={card.attempts} title={[`This activity ${card.loop}`, loopTitle(card.attempts)].filter((part) => part !== '').join('; ')} sx={card.attempts === '' ? badgeStyle : { ...badgeStyle, borderColor: 'studio.accent', color: 'studio.accent', fontVariantNumeric: 'tabular-nums' }}>
          <LoopIcon aria-hidden sx={{ fontSize: 13 }} />
          {card.attempts !== '' ? card.attempts : times === '' ? 'Loop' : `${times}×`}
        </Box>
      )}
      {card.flatten !== '' && (
        <Box title={`This activity ${card.flatten}`} sx={badgeStyle}>
          <FlattenIcon aria-hidden sx={{ fontSize: 13 }} />
          Flat
        </Box>
      )}
      {card.pinnedRows !== undefined && (
        <Box title={`A pinned result of ${count(card.pinnedRows, 'row')} stands for this activity; it does not run`} sx={{ ...badgeStyle, borderColor: 'studio.accent', color: 'studio.accent' }}>
          <PinIcon aria-hidden sx={{ fontSize: 13 }} />
          Pinned
        </Box>
      )}
    </Box>
  );
}

/** The card of an activity: what it is, what it does, what is wrong with it, and how it fared in the last test. */
export const ActivityCard = memo(function ActivityCard({ data: card, selected }: NodeProps<CardNode>): ReactElement {
  const actions = useContext(CanvasActionsContext);
  return (
    <Box className="activity-card" data-state={card.state ?? 'idle'} sx={cardStyle(card, selected)}>
      <Handle type="target" position={Position.Left} style={targetHandleStyle} aria-hidden className="card-handle" />
      <Box
        component="button"
        type="button"
        className="nodrag card-gutter"
        tabIndex={-1}
        aria-pressed={card.breakpoint}
        aria-label={`Breakpoint at ${card.name}`}
        title={card.condition !== '' ? `Pauses when ${card.condition}. Remove the breakpoint (F9)` : card.breakpoint ? 'Remove the breakpoint (F9)' : 'Pause here (F9)'}
        onClick={() => actions.toggleBreakpoint(card.key)}
        sx={gutterStyle(card.breakpoint, card.condition !== '')}
      />
      {card.starts && (
        <Box title="Starts the runbook" sx={{ ...badgeStyle, position: 'absolute', top: -10, left: 10 }}>
          <PlayArrowIcon aria-hidden sx={{ fontSize: 12 }} />
          Start
        </Box>
      )}
      <Badges card={card} onInvoked={() => actions.showInvoked(card.key)} />
      <Problems card={card} onClick={() => actions.showProblems(card.key)} />
      <Headline card={card} />
      <FactLine card={card} />
      <Handle type="source" position={Position.Right} style={handleStyle} aria-hidden className="card-handle" />
      {!actions.readOnly && (
        <IconButton className="nodrag card-add" size="small" tabIndex={-1} aria-label={`Add an activity after ${card.name}`} title="Add an activity after this one (Shift+A)" onClick={() => actions.addAfter(card.key)}>
          <AddIcon sx={{ fontSize: 16 }} />
        </IconButton>
      )}
      <LinkStops card={card} />
    </Box>
  );
});
