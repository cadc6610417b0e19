import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import NextIcon from '@mui/icons-material/SkipNextOutlined';
import PreviousIcon from '@mui/icons-material/SkipPreviousOutlined';
import ProblemIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { Box, MenuItem, Select, Slider } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { whoOf } from '../../../shared/engine/logLine.ts';
import { isProblem, isStep } from '../../../shared/history/replay.ts';
import { replaySpeeds, type PastRun } from '../../stores/pastRuns.ts';
import { watchText } from '../../stores/historyWords.ts';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

/** Moves the replay on with every frame while it plays. */
function usePlaying(playing: boolean, tick: (elapsedMs: number) => void): void {
  useEffect(() => {
    if (!playing) return undefined;
    let before = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      tick(Math.max(0, now - before));
      before = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, tick]);
}

/** What had happened last at a moment, in words. */
function momentText({ replay, length }: PastRun, position: number): string {
  const view = replay.viewAt(position);
  const line = view.log.at(view.log.length - 1);
  if (line !== undefined) return [whoOf(line, view.names).trim(), line.text].filter((part) => part !== '').join(': ');
  return length === 0 ? '' : 'Before the run began';
}

/** The time of a recorded run: a slider, steps, and a play button with its speed. Canvas and console show the moment. */
export function ReplayBar({ past }: { readonly past: PastRun }): ReactElement {
  const store = useStores().pastRuns;
  const { run, replay, length, position, playingAt, speed } = past;
  const { seek, seekTime, play, pause, setSpeed, tick } = store.getState();
  const playing = playingAt !== undefined;
  usePlaying(playing, (elapsedMs) => tick(run, elapsedMs));
  const at = position ?? length;
  const time = playingAt ?? (position === undefined ? replay.durationMs : replay.timeAt(at));
  const text = momentText(past, at);
  const before = replay.next(at, -1, isStep);
  const after = replay.next(at, 1, isStep);
  const problem = replay.next(at, 1, isProblem) ?? replay.next(0, 1, isProblem);
  return (
    <Box role="group" aria-label="Replay" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, paddingInline: 1, minHeight: 40, flexShrink: 0, borderBlock: `1px solid ${color('border')}`, bgcolor: 'studio.panel', fontSize: '0.8125rem', minWidth: 0 }}>
      <ToolbarButton label={playing ? 'Pause the replay' : 'Play'} icon={playing ? <PauseIcon /> : <PlayIcon />} help={playing ? undefined : 'Shows the run again as it happened.'} disabled={length === 0} onClick={() => (playing ? pause(run) : play(run))} />
      <ToolbarButton label="Step back" icon={<PreviousIcon />} disabled={before === undefined} onClick={() => seek(run, before)} />
      <ToolbarButton label="Step forward" icon={<NextIcon />} disabled={after === undefined} onClick={() => seek(run, after)} />
      <ToolbarButton label="Next problem" icon={<ProblemIcon />} disabled={problem === undefined} help={problem === undefined ? 'Nothing went wrong in this run.' : undefined} onClick={() => seek(run, problem)} />
      <Slider
        size="small"
        aria-label="Moment of the run"
        value={Math.min(time, replay.durationMs)}
        min={0}
        max={Math.max(1, replay.durationMs)}
        step={Math.max(1, Math.round(replay.durationMs / 200))}
        disabled={length === 0}
        getAriaValueText={(value) => `${watchText(value)}, ${text}`}
        onChange={(_event, value) => (typeof value === 'number' && value < replay.durationMs ? seekTime(run, value) : seek(run, undefined))}
        sx={{ flex: '1 1 160px', minWidth: 80, marginInline: 1 }}
      />
      <Box sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: 'studio.textMuted' }}>{watchText(time)} / {watchText(replay.durationMs)}</Box>
      <Select value={speed} onChange={(event) => setSpeed(run, Number(event.target.value))} SelectDisplayProps={{ 'aria-label': 'Speed of the replay' }} sx={{ fontSize: '0.75rem', '& .MuiSelect-select': { minHeight: '24px !important', lineHeight: '24px', paddingBlock: 0 } }}>
        {replaySpeeds.map((one) => <MenuItem key={one} value={one}>{one}×</MenuItem>)}
      </Select>
      <Box data-moment title={text} sx={{ flex: '1 1 220px', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{text}</Box>
    </Box>
  );
}
