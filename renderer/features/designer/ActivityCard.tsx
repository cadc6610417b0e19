import LoopIcon from '@mui/icons-material/LoopOutlined';
import InvokedIcon from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import FlattenIcon from '@mui/icons-material/MergeTypeOutlined';
import PinIcon from '@mui/icons-material/PushPinOutlined';
import PlayArrowIcon from '@mui/icons-material/PlayArrow';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo, useContext, type ReactElement } from 'react';
import { count } from '../../stores/words.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { CanvasActionsContext } from './canvasActions.ts';
import type { Card } from './cardModel.ts';
import { handleStyle, targetHandleStyle } from './cardStyle.ts';
import { EffectMark } from './EffectMark.tsx';
import { LinkStops } from './LinkStops.tsx';

/** An activity on the canvas. */
export type CardNode = Node<Card, 'activity'>;

/** An attribute that is there or not, for the sheet of the cards. */
const mark = (on: boolean): true | undefined => (on ? true : undefined);

function Problems({ card, onClick }: { readonly card: Card; readonly onClick: () => void }): ReactElement | null {
  if (card.problems === 0) return null;
  const Icon = card.hasErrors ? ErrorOutlineIcon : WarningAmberIcon;
  return (
    <button type="button" className="nodrag card-problems" data-errors={mark(card.hasErrors)} tabIndex={-1} aria-label={`Show ${count(card.problems, 'problem')} of ${card.name}`} title={card.problemText} onClick={onClick}>
      <Icon aria-hidden />
      {card.problems}
    </button>
  );
}

function Headline({ card }: { readonly card: Card }): ReactElement {
  return (
    <div className="card-head">
      <div className="card-icon">
        <ActivityIcon name={card.icon} />
      </div>
      <div className="card-names">
        <div className="card-name" title={card.name}>
          {card.name}
        </div>
        <div className="card-title" title={card.title}>
          {card.title}
        </div>
      </div>
    </div>
  );
}

function FactLine({ card }: { readonly card: Card }): ReactElement {
  return (
    <div className="card-facts">
      {card.state !== undefined && <StatusIcon status={card.state} decorative />}
      <span className="card-fact" title={card.fact}>
        {card.fact}
      </span>
      {card.disabled ? <div className="card-disabled">Disabled</div> : <EffectMark effect={card.effect} quiet={card.state !== undefined} />}
    </div>
  );
}

const loopTitle = (attempts: string): string => (attempts === '' ? '' : attempts.startsWith('attempt') ? `now ${attempts}` : `in the last test it took ${attempts.slice(0, -1)} attempts`);

/** Opens the run that the activity invoked. */
function InvokedButton({ card, onClick }: { readonly card: Card; readonly onClick: () => void }): ReactElement {
  return (
    <button type="button" className="nodrag card-badge card-invoked" data-waits={mark(card.invoked === 'waits')} tabIndex={-1} aria-label={`Show the run that ${card.name} invoked`} title="Opens the invoked runbook with its run" onClick={onClick}>
      <InvokedIcon aria-hidden />
      Show run
    </button>
  );
}

/** How the activity repeats, how it joins rows, and that its result is pinned: shape and word, at the lower edge. */
function Badges({ card, onInvoked }: { readonly card: Card; readonly onInvoked: () => void }): ReactElement | null {
  const [, times = ''] = /(\d[\d,]*) time/.exec(card.loop) ?? [];
  if (card.loop === '' && card.flatten === '' && card.pinnedRows === undefined && card.invoked === '') return null;
  return (
    <div className="card-badges">
      {card.invoked !== '' && <InvokedButton card={card} onClick={onInvoked} />}
      {card.loop !== '' && (
        <div className="card-badge" data-marked={mark(card.attempts !== '')} data-attempts={card.attempts} title={[`This activity ${card.loop}`, loopTitle(card.attempts)].filter((part) => part !== '').join('; ')}>
          <LoopIcon aria-hidden />
          {card.attempts !== '' ? card.attempts : times === '' ? 'Loop' : `${times}×`}
        </div>
      )}
      {card.flatten !== '' && (
        <div className="card-badge" title={`This activity ${card.flatten}`}>
          <FlattenIcon aria-hidden />
          Flat
        </div>
      )}
      {card.pinnedRows !== undefined && (
        <div className="card-badge" data-marked title={`A pinned result of ${count(card.pinnedRows, 'row')} stands for this activity; it does not run`}>
          <PinIcon aria-hidden />
          Pinned
        </div>
      )}
    </div>
  );
}

/** The card of an activity: what it is, what it does, what is wrong with it, and how it fared in the last test. Its look is in `cardSheet`. */
export const ActivityCard = memo(function ActivityCard({ data: card }: NodeProps<CardNode>): ReactElement {
  const actions = useContext(CanvasActionsContext);
  return (
    <div className="activity-card" data-state={card.state ?? 'idle'} data-disabled={mark(card.disabled)} data-dimmed={mark(card.dimmed)}>
      <Handle type="target" position={Position.Left} style={targetHandleStyle} aria-hidden className="card-handle" />
      <button
        type="button"
        className="nodrag card-gutter"
        data-conditional={mark(card.condition !== '')}
        tabIndex={-1}
        aria-pressed={card.breakpoint}
        aria-label={`Breakpoint at ${card.name}`}
        title={card.condition !== '' ? `Pauses when ${card.condition}. Remove the breakpoint (F9)` : card.breakpoint ? 'Remove the breakpoint (F9)' : 'Pause here (F9)'}
        onClick={() => actions.toggleBreakpoint(card.key)}
      />
      {card.starts && (
        <div className="card-badge card-start" title="Starts the runbook">
          <PlayArrowIcon aria-hidden />
          Start
        </div>
      )}
      <Badges card={card} onInvoked={() => actions.showInvoked(card.key)} />
      <Problems card={card} onClick={() => actions.showProblems(card.key)} />
      <Headline card={card} />
      <FactLine card={card} />
      <Handle type="source" position={Position.Right} style={handleStyle} aria-hidden className="card-handle" />
      {!actions.readOnly && (
        <button type="button" className="nodrag card-add" tabIndex={-1} aria-label={`Add an activity after ${card.name}`} title="Add an activity after this one (Shift+A)" onClick={() => actions.addAfter(card.key)} />
      )}
      <LinkStops card={card} />
    </div>
  );
});
