import { body, boolean, choice, dateTime, integer, list, number, text } from '../fields/field.ts';
import { itemFields } from './itemFields.ts';
import { itemType } from './itemType.ts';
import { recurrenceFields } from './recurrenceFields.ts';

/** Tasks. Field names, roles and relations of the pack's tables (exchange-activities 5.3, 9.0, 9.4). Work is in minutes, as Outlook keeps it. */
export const task = itemType({
  name: 'Task',
  exchangeClass: 'Task',
  itemClass: 'IPM.Task',
  reference: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/task',
  defaultFolder: { read: 'Tasks', create: 'Tasks' },
  fields: {
    ...itemFields,
    subject: text({ label: 'Subject', uri: 'item:Subject', create: 'required', update: true, filter: 'text', pushDown: true, publish: true, help: 'Subject of the task.' }),
    body: body({ label: 'Body', uri: 'item:Body', create: 'required', update: true, filter: 'text', pushDown: true, publish: true, help: 'Details of the task.' }),
    bodyType: choice({ label: 'Body Type', options: ['Text', 'HTML'], uri: 'item:Body', create: 'optional', update: true, publish: true, help: 'Whether Body is plain text or HTML.' }),
    startDate: dateTime({ label: 'Start Date', day: true, uri: 'task:StartDate', create: 'required', update: true, filter: 'order', pushDown: true, publish: true, help: 'Day on which work on the task starts.' }),
    dueDate: dateTime({ label: 'Due Date', day: true, uri: 'task:DueDate', create: 'required', update: true, filter: 'order', pushDown: true, publish: true, help: 'Day on which the task is due.' }),
    taskStatus: choice({ label: 'Task Status', options: ['NotStarted', 'InProgress', 'Completed', 'WaitingOnOthers', 'Deferred'], uri: 'task:Status', create: 'optional', update: true, filter: 'equality', publish: true, help: 'How far the task is. Completed also sets Percent Complete to 100.' }),
    percentComplete: number({ label: 'Percent Complete', unit: '%', minimum: 0, maximum: 100, uri: 'task:PercentComplete', create: 'optional', update: true, filter: 'order', publish: true, help: 'Progress from 0 to 100. 100 also sets Task Status to Completed.' }),
    completeDate: dateTime({ label: 'Complete Date', day: true, uri: 'task:CompleteDate', create: 'optional', update: true, filter: 'order', pushDown: true, publish: true, help: 'Day on which the task was completed. A server may store the current day instead.' }),
    isComplete: boolean({ label: 'Is Complete', uri: 'task:IsComplete', filter: 'equality', pushDown: true, publish: true, help: 'Whether the task is done.' }),
    actualWork: integer({ label: 'Actual Work', unit: 'minutes', minimum: 0, uri: 'task:ActualWork', create: 'optional', update: true, filter: 'order', pushDown: true, publish: true, help: 'Work that was done.' }),
    totalWork: integer({ label: 'Total Work', unit: 'minutes', minimum: 0, uri: 'task:TotalWork', create: 'optional', update: true, filter: 'order', pushDown: true, publish: true, help: 'Work that is planned.' }),
    ...recurrenceFields('task:Recurrence', 'startDate'),
    isRecurring: boolean({ label: 'Is Recurring', uri: 'task:IsRecurring', filter: 'equality', pushDown: true, publish: true, help: 'Whether the task repeats.' }),
    isReminderSet: boolean({ label: 'Is Reminder Set', uri: 'item:ReminderIsSet', create: 'optional', update: true, filter: 'equality', pushDown: true, publish: true, help: 'Whether there is a reminder.' }),
    reminderMinutes: integer({ label: 'Reminder (Minutes)', unit: 'minutes', minimum: 0, maximum: 2_629_800, uri: 'item:ReminderMinutesBeforeStart', create: 'optional', update: true, filter: 'order', pushDown: true, publish: true, help: 'Minutes between the reminder and the due time.' }),
    reminderDueBy: dateTime({ label: 'Reminder Due By', uri: 'item:ReminderDueBy', create: 'optional', update: true, filter: 'order', publish: true, help: 'When the reminder appears.' }),
    importance: choice({ label: 'Importance', options: ['Low', 'Normal', 'High'], uri: 'item:Importance', create: 'optional', update: true, filter: 'equality', pushDown: true, publish: true, help: 'Importance of the task.' }),
    sensitivity: choice({ label: 'Sensitivity', options: ['Normal', 'Personal', 'Private', 'Confidential'], uri: 'item:Sensitivity', create: 'optional', update: true, filter: 'equality', pushDown: true, publish: true, help: 'Sensitivity of the task.' }),
    categories: list({ label: 'Categories', uri: 'item:Categories', create: 'optional', update: true, publish: true, help: 'Categories, separated by commas.' }),
    companies: list({ label: 'Companies', uri: 'task:Companies', create: 'optional', update: true, publish: true, help: 'Companies, separated by commas.' }),
    contacts: list({ label: 'Contacts', uri: 'task:Contacts', create: 'optional', update: true, publish: true, help: 'Names of contacts, separated by commas.' }),
    billingInformation: text({ label: 'Billing Information', uri: 'task:BillingInformation', create: 'optional', update: true, filter: 'text', pushDown: true, publish: true, help: 'What is needed to bill the work.' }),
    mileage: text({ label: 'Mileage', uri: 'task:Mileage', create: 'optional', update: true, filter: 'text', pushDown: true, publish: true, help: 'Distance that was traveled.' }),
    owner: text({ label: 'Owner', uri: 'task:Owner', filter: 'text', pushDown: true, publish: true, help: 'Who owns the task.' }),
    isTeamTask: boolean({ label: 'Is Team Task', uri: 'task:IsTeamTask', filter: 'equality', pushDown: true, publish: true, help: 'Whether a team works on the task.' }),
    assignedTime: dateTime({ label: 'Assigned Time', uri: 'task:AssignedTime', filter: 'order', pushDown: true, publish: true, help: 'When the task was assigned.' }),
    changeCount: integer({ label: 'Change Count', uri: 'task:ChangeCount', filter: 'order', pushDown: true, publish: true, help: 'Number of versions of the task.' }),
    delegationState: choice({ label: 'Delegation State', options: ['NoDelegation', 'Unknown', 'Accepted', 'Declined'], uri: 'task:DelegationState', filter: 'equality', pushDown: true, publish: true, help: 'What became of the request to take the task over.' }),
    delegator: text({ label: 'Delegator', uri: 'task:Delegator', filter: 'text', pushDown: true, publish: true, help: 'Who delegated the task.' }),
  },
});
