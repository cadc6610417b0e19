import { Box, Button, FormLabel } from '@mui/material';
import { useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { permittedHours } from '../../../shared/globals/permits.ts';
import { weekdays, type Schedule, type Weekday } from '../../../shared/globals/schedule.ts';
import { color } from '../../ui/color.ts';

interface Props {
  readonly hours: Schedule['hours'];
  /** Days that the schedule permits at all; the hours of the others do not matter and are shown as such. */
  readonly days: readonly Weekday[];
  onChange(hours: Schedule['hours']): void;
}

const allHours = Array.from({ length: 24 }, (_, hour) => hour);
/** The name of the day, then the hours, each large enough for a finger. */
const columns = '5.5rem repeat(24, minmax(24px, 1fr))';
const two = (hour: number): string => String(hour).padStart(2, '0');

/** Hours as a file says them: ranges, `none`, or nothing for all. */
function written(hours: readonly number[]): string | undefined {
  if (hours.length === 24) return undefined;
  if (hours.length === 0) return 'none';
  const starts = hours.filter((hour) => !hours.includes(hour - 1));
  return starts.map((start) => {
    const end = allHours.find((hour) => hour >= start && !hours.includes(hour + 1)) ?? start;
    return end === start ? String(start) : `${start}-${end}`;
  }).join(',');
}

/** The permitted hours of the week as a grid of 24 times 7: arrows move, Space and the pointer permit or deny an hour, and the name of a day a whole row. */
export function HoursGrid({ hours, days, onChange }: Props): ReactElement {
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  /** What the pointer paints while it is held down. */
  const painting = useRef<boolean | undefined>(undefined);
  const set = (day: Weekday, next: readonly number[]): void => {
    const { [day]: _before, ...rest } = hours;
    const text = written(next);
    onChange(text === undefined ? rest : { ...rest, [day]: text });
  };
  const put = (day: Weekday, hour: number, permit: boolean): void => {
    const now = permittedHours(hours[day]);
    if (now.includes(hour) !== permit) set(day, permit ? [...now, hour].toSorted((a, b) => a - b) : now.filter((one) => one !== hour));
  };
  const onKeyDown = (event: KeyboardEvent, row: number, hour: number): void => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step === undefined) return;
    const [down = 0, right = 0] = step;
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row + down}-${hour + right}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
        <FormLabel id={id} component="div" sx={{ flex: 1 }}>Hours</FormLabel>
        <Button variant="text" onClick={() => onChange({})} sx={{ minHeight: 24, paddingBlock: 0 }}>Permit all</Button>
        <Button variant="text" onClick={() => onChange(Object.fromEntries(weekdays.map((day) => [day, 'none'])))} sx={{ minHeight: 24, paddingBlock: 0 }}>Deny all</Button>
      </Box>
      <Box ref={grid} role="grid" aria-labelledby={id} onPointerUp={() => (painting.current = undefined)} onPointerLeave={() => (painting.current = undefined)} sx={{ display: 'grid', gap: '1px', overflowX: 'auto', userSelect: 'none', touchAction: 'none' }}>
        <Box role="row" sx={{ display: 'grid', gridTemplateColumns: columns, gap: '1px', fontSize: '0.6875rem', color: 'studio.textMuted' }}>
          <Box role="columnheader" aria-label="Day" />
          {allHours.map((hour) => <Box key={hour} role="columnheader" aria-label={`${two(hour)}:00`} sx={{ textAlign: 'center' }}>{hour % 3 === 0 ? two(hour) : ''}</Box>)}
        </Box>
        {weekdays.map((day, row) => {
          const permitted = permittedHours(hours[day]);
          return (
            <Box key={day} role="row" sx={{ display: 'grid', gridTemplateColumns: columns, gap: '1px' }}>
              <Box role="rowheader">
                <Button variant="text" color="inherit" title={`Permit or deny all hours of ${day}`} onClick={() => set(day, permitted.length === 24 ? [] : allHours)} sx={{ minHeight: 24, paddingBlock: 0, paddingInline: 0.5, fontSize: '0.75rem', justifyContent: 'flex-start', width: '100%' }}>{day}</Button>
              </Box>
              {allHours.map((hour) => {
                const on = permitted.includes(hour);
                return (
                  <Box
                    key={hour}
                    role="gridcell"
                    data-cell={`${row}-${hour}`}
                    tabIndex={row === 0 && hour === 0 ? 0 : -1}
                    aria-selected={on}
                    aria-label={`${day} ${two(hour)}:00 ${on ? 'permitted' : 'denied'}`}
                    onKeyDown={(event: KeyboardEvent) => {
                      if (event.key !== ' ' && event.key !== 'Enter') return onKeyDown(event, row, hour);
                      event.preventDefault();
                      put(day, hour, !on);
                    }}
                    onPointerDown={() => {
                      painting.current = !on;
                      put(day, hour, !on);
                    }}
                    onPointerEnter={() => (painting.current === undefined ? undefined : put(day, hour, painting.current))}
                    sx={{ opacity: days.includes(day) ? 1 : 0.35, height: 24, borderRadius: '2px', border: 1, borderColor: on ? 'studio.accent' : 'studio.border', bgcolor: on ? 'studio.accent' : 'transparent', cursor: 'pointer', '&:focus-visible': { outline: `2px solid ${color('focus')}`, outlineOffset: 1 }, '@media (forced-colors: active)': { bgcolor: on ? 'Highlight' : 'Canvas', forcedColorAdjust: 'none' } }}
                  />
                );
              })}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
