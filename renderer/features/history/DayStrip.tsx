import { Box, ButtonBase } from '@mui/material';
import type { ReactElement } from 'react';
import type { HistoryDay, HistoryPeriod } from '../../stores/historyFilter.ts';
import { dayText } from '../../stores/historyWords.ts';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly days: readonly HistoryDay[];
  readonly period: HistoryPeriod;
  onPeriod(period: HistoryPeriod): void;
}

const barHeight = 36;
/** Bars where the system forces its colors: full, hatched and empty ones. */
const forcedBars = {
  success: { bgcolor: 'CanvasText' },
  error: { backgroundColor: 'Canvas', backgroundImage: 'repeating-linear-gradient(45deg, CanvasText 0 3px, Canvas 3px 5px)' },
  warning: { backgroundColor: 'Canvas', backgroundImage: 'repeating-linear-gradient(0deg, CanvasText 0 1px, Canvas 1px 3px)' },
  controlBorder: { backgroundColor: 'Canvas' },
} as const;
const totalOf = ({ good, warned, failed, other }: HistoryDay): number => good + warned + failed + other;

/** A day in words: what its bar shows, for whoever cannot see it. */
function told(day: HistoryDay): string {
  const total = totalOf(day);
  if (total === 0) return `${dayText(day.day)}: no runs`;
  const parts = [day.failed === 0 ? '' : `${day.failed} failed`, day.warned === 0 ? '' : count(day.warned, 'warning')].filter((part) => part !== '');
  return `${dayText(day.day)}: ${[count(total, 'run'), ...parts].join(', ')}`;
}

/** The last days with a bar for each: how many runs, and how many of them failed. A day shows its runs alone. */
export function DayStrip({ days, period, onPeriod }: Props): ReactElement {
  const most = Math.max(1, ...days.map(totalOf));
  const shown = typeof period === 'object' ? period.day : undefined;
  return (
    <Box role="group" aria-label="Runs of the last 14 days" sx={{ display: 'grid', gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))`, gap: 0.5, paddingInline: 1.5, paddingBottom: 1, flexShrink: 0, '@container history (max-height: 330px)': { display: 'none' } }}>
      {days.map((day) => (
        <Day key={day.day} day={day} most={most} pressed={day.day === shown} onClick={() => onPeriod(day.day === shown ? 'all' : { day: day.day })} />
      ))}
    </Box>
  );
}

function Day({ day, most, pressed, onClick }: { readonly day: HistoryDay; readonly most: number; readonly pressed: boolean; readonly onClick: () => void }): ReactElement {
  const total = totalOf(day);
  const part = (number: number): number => (number === 0 ? 0 : Math.max(3, Math.round((number / most) * barHeight)));
  return (
    <ButtonBase
      aria-label={told(day)}
      aria-pressed={pressed}
      title={told(day)}
      onClick={onClick}
      sx={{ flexDirection: 'column', gap: '2px', paddingBlock: 0.5, borderRadius: 1, fontSize: '0.6875rem', fontVariantNumeric: 'tabular-nums', color: 'studio.textMuted', bgcolor: pressed ? 'studio.selected' : 'transparent', '&:hover': { bgcolor: 'studio.hover' }, '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}`, outlineOffset: -2 } }}
    >
      <Box sx={{ height: 16, lineHeight: '16px', whiteSpace: 'nowrap' }}>
        {total === 0 ? '' : total}
        {day.failed > 0 && <Box component="span" sx={{ color: 'studio.error', fontWeight: 600 }}> ✕{day.failed}</Box>}
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', width: '100%', maxWidth: 28, height: barHeight, borderBottom: 1, borderColor: 'studio.border' }}>
        <Bar height={part(day.failed)} look="error" />
        <Bar height={part(day.warned)} look="warning" />
        <Bar height={part(day.good)} look="success" />
        <Bar height={part(day.other)} look="controlBorder" />
      </Box>
      {Number(day.day.slice(8))}
    </ButtonBase>
  );
}

function Bar({ height, look }: { readonly height: number; readonly look: 'error' | 'warning' | 'success' | 'controlBorder' }): ReactElement | null {
  if (height === 0) return null;
  // Failures are hatched as well, so that color is not all there is.
  const hatched = look === 'error' ? { backgroundImage: `repeating-linear-gradient(45deg, transparent 0 3px, ${color('surface')} 3px 5px)` } : {};
  return <Box data-bar={look} style={{ height }} sx={{ bgcolor: `studio.${look}`, flexShrink: 0, ...hatched, '@media (forced-colors: active)': { forcedColorAdjust: 'none', border: '1px solid CanvasText', ...forcedBars[look] } }} />;
}
