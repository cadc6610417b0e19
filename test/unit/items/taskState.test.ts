import { expect, it } from 'vitest';
import { taskStateProblem } from '../../../shared/items/taskState.ts';

it.each([
  [{}, undefined],
  [{ taskStatus: 'Completed' }, undefined],
  [{ taskStatus: 'Completed', percentComplete: 100, completeDate: '2027-05-01' }, undefined],
  [{ taskStatus: 'InProgress', percentComplete: 25 }, undefined],
  [{ taskStatus: 'Completed', percentComplete: 25 }, 'Task Status Completed means 100 percent, but Percent Complete is 25.'],
  [{ taskStatus: 'Deferred', percentComplete: 100 }, 'Percent Complete 100 means a completed task, but Task Status is Deferred.'],
  [{ taskStatus: 'NotStarted', percentComplete: 1 }, 'Task Status NotStarted means 0 percent, but Percent Complete is 1.'],
  [{ taskStatus: 'InProgress', completeDate: '2027-05-01' }, 'Complete Date means a completed task, but Task Status or Percent Complete says that it is not.'],
])('the state of a task: %o', (values, problem) => {
  expect(taskStateProblem(values)).toBe(problem);
});
