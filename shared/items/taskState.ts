import type { FieldValue } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';

/**
 * Why the values for the state of a task contradict each other, or undefined. Exchange takes the last of status, percentage and completion day
 * and changes the others to fit, so that a contradiction would lose a value in silence.
 */
export function taskStateProblem(values: Readonly<Record<string, FieldValue | undefined>>): string | undefined {
  const { taskStatus: status, percentComplete: percent, completeDate } = values;
  const isDone = status === 'Completed';
  if (isDone && percent !== undefined && percent !== 100) return `Task Status Completed means 100 percent, but Percent Complete is ${formatValue(percent)}.`;
  if (percent === 100 && status !== undefined && !isDone) return `Percent Complete 100 means a completed task, but Task Status is ${formatValue(status)}.`;
  if (status === 'NotStarted' && typeof percent === 'number' && percent > 0)
    return `Task Status NotStarted means 0 percent, but Percent Complete is ${formatValue(percent)}.`;
  const isOpen = (status !== undefined && !isDone) || (percent !== undefined && percent !== 100);
  return completeDate !== undefined && isOpen ? 'Complete Date means a completed task, but Task Status or Percent Complete says that it is not.' : undefined;
}
