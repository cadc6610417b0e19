import type { MailSpec } from './mailSpec.ts';

/** Mail the help desk sent. */
export const sentMail: readonly MailSpec[] = [
  {
    from: 'helpdesk',
    to: ['jonas'],
    subject: 'Projector in room Oslo',
    body: 'Hello Jonas,\r\n\r\nthe projector has a new lamp. Tell us if anything is wrong.\r\n\r\nHelp Desk',
    daysAgo: 1,
    at: '12:40',
  },
  {
    from: 'helpdesk',
    to: ['marek'],
    subject: 'RE: [HD] Scanner 14 does not charge',
    body: 'Hello Marek,\r\n\r\na new battery is on its way.\r\n\r\nHelp Desk',
    daysAgo: 3,
    at: '15:10',
  },
  {
    from: 'helpdesk',
    to: ['ana'],
    cc: ['li'],
    subject: 'Docking stations: invoice',
    body: 'Hello,\r\n\r\nthe invoice is attached.\r\n\r\nHelp Desk',
    daysAgo: 5,
    at: '09:00',
    files: [{ name: 'invoice-41187.csv', contentType: 'text/csv', text: 'position,amount\r\ndocking station x 10,1890.00\r\n' }],
  },
  {
    from: 'helpdesk',
    to: ['priya'],
    subject: 'RE: Welcome pack for new colleagues',
    body: 'Hello Priya,\r\n\r\nthe VPN part is new now.\r\n\r\nHelp Desk',
    daysAgo: 19,
    at: '10:25',
  },
];

/** Drafts of the help desk. */
export const draftMail: readonly MailSpec[] = [
  { from: 'helpdesk', to: ['ana'], subject: 'Numbers of this month (draft)', body: 'Hi Ana,\r\n\r\nso far 187 tickets.', daysAgo: 0, at: '06:50' },
  {
    from: 'helpdesk',
    to: ['li', 'marek', 'priya', 'jonas', 'sofia'],
    subject: 'New VPN profile',
    body: '<html><body><p>Hello all,</p><p>from Monday on there is a <b>new VPN profile</b>.</p></body></html>',
    daysAgo: 2,
    at: '16:30',
  },
];

/** Mail of the folder Inbox\\Help desk: closed cases, most of them from earlier months. */
export const oldHelpDeskMail: readonly MailSpec[] = [
  { from: 'jonas', subject: 'Case 4102: VPN on the train', body: 'Hi,\r\n\r\nworks now, thanks.\r\n\r\nJonas', daysAgo: 402, at: '08:15' },
  { from: 'li', subject: 'Case 4377: macro in the budget file', body: 'Hello,\r\n\r\nthe new file opens.\r\n\r\nLi', daysAgo: 121, at: '13:40' },
  { from: 'sofia', subject: 'Case 4519: colors of the plotter', body: 'Hello,\r\n\r\nmuch better.\r\n\r\nSofía', daysAgo: 64, at: '09:05' },
  { from: 'marek', subject: 'Case 4630: scanner 9', body: 'Hello,\r\n\r\nit charges again.\r\n\r\nMarek', daysAgo: 38, at: '10:30' },
  { from: 'priya', subject: 'Case 4688: shared calendar', body: 'Hi,\r\n\r\nI can see it.\r\n\r\nPriya', daysAgo: 0, at: '05:45' },
];

/** Answered mail of the folder Inbox\Done. */
export const doneMail: readonly MailSpec[] = [
  {
    from: 'sofia',
    subject: '[HD] Password of the catalogue server',
    body: 'Hello,\r\n\r\nthe account is locked, could you unlock it?\r\n\r\nSofía',
    daysAgo: 21,
    at: '08:12',
    categories: ['Help desk', 'Done'],
  },
  {
    from: 'jonas',
    subject: '[HD] Headset without sound',
    body: 'Hello,\r\n\r\nno sound in calls, music is fine.\r\n\r\nJonas',
    daysAgo: 22,
    at: '10:49',
    categories: ['Help desk', 'Done'],
  },
  {
    from: 'marek',
    subject: '[HD] Shared calendar of the ramp',
    body: 'Hi,\r\n\r\nthe late shift cannot see the calendar.\r\n\r\nMarek',
    daysAgo: 24,
    at: '21:05',
    categories: ['Help desk', 'Done'],
  },
];

/** Old mail of the folder Archive. */
export const archivedMail: readonly MailSpec[] = [
  { from: 'ana', subject: 'Numbers of the summer', body: 'Hi,\r\n\r\n198 tickets a month on average.\r\n\r\nAna', daysAgo: 80, at: '15:00' },
  {
    from: 'li',
    subject: 'Budget of next year: hardware',
    body: 'Hello,\r\n\r\nplease send me the list of devices to be replaced next year.\r\n\r\nLi',
    daysAgo: 95,
    at: '09:30',
    files: [{ name: 'budget-template.csv', contentType: 'text/csv', text: 'device,count,price\r\n' }],
  },
];

/** A little mail for every colleague, so that no inbox is empty. */
export const colleagueMail: readonly MailSpec[] = [
  {
    from: 'helpdesk',
    subject: 'Planned maintenance on Saturday',
    body: 'Hello,\r\n\r\non Saturday between 07:00 and 08:30 mail and files are not available.\r\n\r\nHelp Desk',
    daysAgo: 2,
    at: '12:00',
  },
  {
    from: 'Facilities <facilities@contoso.test>',
    subject: 'New opening hours of the canteen',
    body: 'From next month on the canteen opens at 07:30.',
    daysAgo: 6,
    at: '08:00',
    importance: 'Low',
  },
];
