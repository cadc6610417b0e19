import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, Button, FormControlLabel, FormLabel, IconButton, MenuItem, OutlinedInput, Radio, RadioGroup, Select } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { scheduleProblem } from '../../../shared/globals/permits.ts';
import { occurrences, Schedule, weekdays, type ScheduleException } from '../../../shared/globals/schedule.ts';
import { TextEditor } from '../../fields/TextEditor.tsx';
import { useStores } from '../../stores/stores.ts';
import { GlobalForm } from './GlobalForm.tsx';
import { HoursGrid } from './HoursGrid.tsx';
import { WordPicker } from './WordPicker.tsx';

interface Props {
  /** Name of the schedule that is edited; undefined for a new one. */
  readonly name: string | undefined;
  onClose(): void;
}

/** Adds or changes a schedule: days, hours of the week, and exceptions. */
export function ScheduleDialog({ name, onClose }: Props): ReactElement {
  const { globals } = useStores();
  const id = useId();
  const before = useStore(globals, ({ view }) => (name === undefined ? undefined : view.schedules.find((one) => one.name === name)?.schedule));
  const [schedule, setSchedule] = useState<Schedule>(before ?? Schedule.parse({}));
  const change = (part: Partial<Schedule>): void => setSchedule((current) => ({ ...current, ...part }));
  const byMonth = schedule.daysOfMonth !== undefined;
  const choose = (month: boolean): void =>
    setSchedule(({ daysOfMonth: _gone, ...rest }) => (month ? { ...rest, daysOfMonth: 'all' } : rest));
  return (
    <GlobalForm
      kind="schedules"
      name={name}
      begin={before ?? {}}
      wide
      problem={scheduleProblem(schedule)}
      onClose={onClose}
      save={(saved, { folder, description }, isNew) => {
        const { folder: _folder, description: _description, ...rest } = schedule;
        return globals.getState().saveSchedule({ name: saved, isNew, schedule: Schedule.parse({ ...rest, folder, description }) });
      }}
    >
      <RadioGroup row aria-label="Days by" sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} value={byMonth ? 'month' : 'week'} onChange={(_, chosen) => choose(chosen === 'month')}>
        <FormControlLabel value="week" control={<Radio size="small" />} label="Days of week" />
        <FormControlLabel value="month" control={<Radio size="small" />} label="Days of month" />
      </RadioGroup>
      {byMonth ? (
        <TextEditor
          field={{ kind: 'text', label: 'Days of month', required: true, help: 'Days and ranges such as 1,3 or 5-31; all for every day, last for the last one. Days that a short month lacks do no harm.' }}
          id={`${id}-month`}
          value={schedule.daysOfMonth ?? ''}
          onChange={(daysOfMonth) => change({ daysOfMonth })}
        />
      ) : (
        <>
          <WordPicker label="Days" words={weekdays} chosen={schedule.daysOfWeek} onChange={(daysOfWeek) => change({ daysOfWeek: [...daysOfWeek] })} />
          <WordPicker label="Occurrence in the month; none means every one" words={occurrences} chosen={schedule.occurrence} onChange={(occurrence) => change({ occurrence: [...occurrence] })} />
        </>
      )}
      <HoursGrid hours={schedule.hours} days={byMonth ? weekdays : schedule.daysOfWeek} onChange={(hours) => change({ hours })} />
      <Exceptions exceptions={schedule.exceptions} onChange={(exceptions) => change({ exceptions: [...exceptions] })} />
    </GlobalForm>
  );
}

interface ExceptionsProps {
  readonly exceptions: readonly ScheduleException[];
  onChange(exceptions: readonly ScheduleException[]): void;
}

/** Dates that a schedule permits or not, whatever the rest says. */
function Exceptions({ exceptions, onChange }: ExceptionsProps): ReactElement {
  const id = useId();
  const change = (index: number, part: Partial<ScheduleException>): void => onChange(exceptions.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'grid', gap: 0.75 }}>
      <FormLabel id={id} component="div">Exceptions</FormLabel>
      {exceptions.map((one, index) => (
        // Rows have no identity of their own, and the date is what is being typed: the position is the key.
        <Box key={index} sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
          <OutlinedInput type="date" value={one.date} onChange={(event) => change(index, { date: event.target.value })} slotProps={{ input: { 'aria-label': `Date of exception ${index + 1}` } }} sx={{ width: 170 }} />
          <Select value={one.permit ? 'allow' : 'disallow'} onChange={(event) => change(index, { permit: event.target.value === 'allow' })} SelectDisplayProps={{ 'aria-label': `Rule of exception ${index + 1}` }} sx={{ width: 130 }}>
            <MenuItem value="disallow">Disallow</MenuItem>
            <MenuItem value="allow">Allow</MenuItem>
          </Select>
          <IconButton aria-label={`Remove exception ${index + 1}`} onClick={() => onChange(exceptions.filter((_, at) => at !== index))}><RemoveIcon /></IconButton>
        </Box>
      ))}
      <Button variant="text" startIcon={<AddIcon />} onClick={() => onChange([...exceptions, { date: '', permit: false }])} sx={{ justifySelf: 'start', minHeight: 28 }}>Add exception</Button>
    </Box>
  );
}
