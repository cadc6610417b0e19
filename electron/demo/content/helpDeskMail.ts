import type { MailSpec } from './mailSpec.ts';

/** Mail to the help desk that waits for an answer, the newest first. */
export const waitingMail: readonly MailSpec[] = [
  {
    from: 'li',
    subject: '[HD] Excel closes when I open the month-end workbook',
    body: 'Hello,\r\n\r\nsince this morning Excel closes as soon as I open "Month end.xlsx" from the finance share. Other workbooks are fine. The message before it closes is in the attached file.\r\n\r\nI need the workbook for the close tomorrow at noon.\r\n\r\nRegards\r\nLi Wei',
    daysAgo: 0,
    at: '07:42',
    unread: true,
    importance: 'High',
    files: [
      {
        name: 'excel-error.txt',
        contentType: 'text/plain',
        text: 'Faulting application EXCEL.EXE, version 16.0.17928.20742\r\nException code: 0xc0000005\r\nFaulting module: mso40uiwin32client.dll\r\n',
      },
    ],
  },
  {
    from: 'marek',
    subject: '[HD] Label printer in hall 2 prints blank labels',
    body: '<html><body><p>Good morning,</p><p>the label printer <b>ZT411-H2</b> prints blank labels since the night shift. We changed the ribbon, no difference.</p><ul><li>Queue: <i>\\\\print01\\ZT411-H2</i></li><li>Test page from the printer menu: fine</li></ul><p>About 200 parcels wait.</p><p>Marek</p></body></html>',
    daysAgo: 0,
    at: '06:15',
    unread: true,
    importance: 'High',
  },
  {
    from: 'priya',
    cc: ['ana'],
    subject: '[HD] New colleague next month: account and laptop',
    body: 'Hi,\r\n\r\nEmma Lindqvist starts on the first of next month in Human Resources. She needs an account, a laptop with a docking station, and access to the recruiting mailbox. The form is attached.\r\n\r\nThank you\r\nPriya',
    daysAgo: 1,
    at: '14:20',
    unread: true,
    files: [
      {
        name: 'new-colleague.csv',
        contentType: 'text/csv',
        text: 'name,start,department,equipment\r\nEmma Lindqvist,first of next month,Human Resources,"laptop, docking station"\r\n',
      },
    ],
  },
  {
    from: 'jonas',
    subject: '[HD] VPN asks for the password every ten minutes',
    body: 'Hello help desk,\r\n\r\nworking from the train I have to sign in to the VPN again every ten minutes. On the office network everything is fine. Laptop: NB-0417.\r\n\r\nJonas',
    daysAgo: 1,
    at: '09:05',
    unread: true,
  },
  {
    from: 'sofia',
    subject: '[HD] Please raise the limit for sending large files',
    body: 'Hello,\r\n\r\nmails with the new catalogue (38 MB) come back as too large. Is there another way to send it to the printer, or can the limit be raised for this week?\r\n\r\nSofía',
    daysAgo: 2,
    at: '15:48',
    unread: true,
  },
  {
    from: 'li',
    subject: '[HD] Access to the folder "Audit & review"',
    body: 'Hello,\r\n\r\nthe auditors need read access to \\\\files01\\finance\\Audit & review until the end of the year. The list of accounts & their managers is attached; Ana has agreed.\r\n\r\nLi',
    daysAgo: 3,
    at: '10:31',
    unread: true,
    files: [{ name: 'accounts.csv', contentType: 'text/csv', text: 'account,manager\r\nCONTOSO\\ext-berg,Li Wei\r\nCONTOSO\\ext-sato,Li Wei\r\n' }],
  },
];
