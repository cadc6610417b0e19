import type { CounterEntry, GlobalKind, GlobalUse, VariableEntry } from '../../../shared/globals/view.ts';
import { weekdays, type Schedule } from '../../../shared/globals/schedule.ts';
import { count } from '../../stores/words.ts';

/** Whether an encrypted variable lacks its value on this computer. */
export const needsValue = ({ variable, secret }: VariableEntry): boolean => variable.encrypted && secret?.stored !== true;

/** What a variable's value shows as. */
export function valueText(entry: VariableEntry): string {
  const { variable, secret } = entry;
  if (!variable.encrypted) return variable.value;
  if (secret?.stored !== true) return 'Needs a value on this computer';
  return secret.where === 'keychain' ? `Stored in ${secret.store}` : 'Kept until the app closes';
}

/** How often one is used. */
export function usedText(uses: readonly GlobalUse[] | undefined): string {
  if (uses === undefined) return '';
  return uses.length === 0 ? 'Not used' : count(uses.length, 'place');
}

/** The current values of a counter. */
export function countText({ counter, values }: CounterEntry): string {
  const entries = Object.entries(values);
  if (entries.length === 0) return String(counter.default);
  return entries.map(([runbook, value]) => `${value} (${runbook})`).join(', ');
}

/** A schedule in words, for the list. */
export function scheduleText(schedule: Schedule): string {
  const days =
    schedule.daysOfMonth === undefined
      ? schedule.daysOfWeek.length === weekdays.length
        ? 'Every day'
        : weekdays.filter((day) => schedule.daysOfWeek.includes(day)).map((day) => day.slice(0, 3)).join(', ')
      : `Days of month: ${schedule.daysOfMonth}`;
  const which = schedule.daysOfMonth === undefined && schedule.occurrence.length > 0 ? `, ${schedule.occurrence.join(' and ').toLowerCase()} of the month` : '';
  const hours = Object.keys(schedule.hours).length === 0 ? '' : ', some hours';
  const exceptions = schedule.exceptions.length === 0 ? '' : `, ${count(schedule.exceptions.length, 'exception')}`;
  return `${days}${which}${hours}${exceptions}`;
}

/** Titles of the three lists. */
export const listTitles: Readonly<Record<GlobalKind, string>> = { variables: 'Variables', counters: 'Counters', schedules: 'Schedules' };

/** What each list is for, where it is empty. */
export const emptyTexts: Readonly<Record<GlobalKind, string>> = {
  variables: 'Variables hold values used in several runbooks, such as a folder name or an address.',
  counters: 'Counters count over several runs of a runbook, such as ticket numbers. Modify Counter changes them.',
  schedules: 'Schedules say on which days and hours something may happen. Check Schedule and runbooks ask them.',
};
