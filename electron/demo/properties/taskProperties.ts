import { propertyRows } from './property.ts';

/** Properties of tasks, in the order of the schema (Microsoft Learn: Task, EWS reference). */
export const taskProperties = propertyRows('task', [
  'ActualWork int',
  'AssignedTime dateTime readOnly',
  'BillingInformation string',
  'ChangeCount int readOnly',
  'Companies strings',
  'CompleteDate date',
  'Contacts strings',
  'DelegationState choice readOnly',
  'Delegator string readOnly',
  'DueDate date default',
  'IsAssignmentEditable int readOnly',
  'IsComplete boolean readOnly',
  'IsRecurring boolean readOnly',
  'IsTeamTask boolean readOnly',
  'Mileage string',
  'Owner string readOnly',
  'PercentComplete double default noQuery',
  'Recurrence complex noFind noQuery',
  'StartDate date default',
  'Status choice default noQuery',
  'StatusDescription string readOnly',
  'TotalWork int',
]);
