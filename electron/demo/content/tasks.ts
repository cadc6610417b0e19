import { followTaskChange } from '../items/itemRules.ts';
import { defaultValues } from '../items/newItem.ts';
import { dateText, dayAt } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import { t } from '../xml/element.ts';

interface TaskSpec {
  readonly subject: string;
  readonly status: 'NotStarted' | 'InProgress' | 'WaitingOnOthers' | 'Completed';
  readonly percent: number;
  readonly startsIn: number;
  readonly dueIn: number;
  readonly importance?: 'High';
  readonly body?: string;
  readonly categories?: readonly string[];
}

const tasks: readonly TaskSpec[] = [
  {
    subject: 'Renew the certificate of mail.contoso.test',
    status: 'InProgress',
    percent: 25,
    startsIn: -3,
    dueIn: 12,
    importance: 'High',
    body: 'Order: done. Installation on Saturday at 07:00.',
    categories: ['Maintenance'],
  },
  { subject: 'Close the accounts of leavers', status: 'NotStarted', percent: 0, startsIn: 7, dueIn: 7, body: 'H. Berg, T. Aas' },
  { subject: 'Spare label printer for hall 2', status: 'WaitingOnOthers', percent: 50, startsIn: -6, dueIn: 4, categories: ['Help desk'] },
  { subject: 'Check the IT page of the welcome pack', status: 'Completed', percent: 100, startsIn: -20, dueIn: -19 },
  { subject: 'Clean up files01', status: 'NotStarted', percent: 0, startsIn: 0, dueIn: 2, importance: 'High' },
];

/** The help desk's tasks. */
export function seededTasks(owner: string, now: Date): NewItem[] {
  return tasks.map(({ subject, status, percent, startsIn, dueIn, importance, body, categories }) => {
    const values = defaultValues('Task');
    const due = dayAt(now, dueIn);
    const parts = [
      t('Subject', subject),
      t('Body', body ?? '', { BodyType: 'Text' }),
      categories === undefined
        ? undefined
        : t(
            'Categories',
            categories.map((one) => t('String', one)),
          ),
      t('Importance', importance ?? 'Normal'),
      t('ReminderIsSet', 'false'),
      t('ChangeCount', '1'),
      t('DueDate', dateText(due)),
      t('IsTeamTask', 'false'),
      t('Owner', owner),
      t('PercentComplete', String(percent)),
      t('StartDate', dateText(dayAt(now, startsIn))),
      t('Status', status),
    ];
    for (const part of parts) if (part !== undefined) values.set(part.name, part);
    followTaskChange(values, 'Status', due);
    values.set('PercentComplete', t('PercentComplete', String(percent)));
    return { kind: 'Task', values, created: dayAt(now, -21, '09:00') };
  });
}
