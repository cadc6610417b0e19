import type { MailSpec } from './mailSpec.ts';

const monitor = 'Monitoring <monitoring@contoso.test>';
const backup = 'Backup <backup@contoso.test>';
const facilities = 'Facilities <facilities@contoso.test>';
const printer = 'Northwind Print <orders@northwind.test>';

/** Mail of the help desk that has been read, the newest first: answered tickets, reports, alerts, colleagues, suppliers. */
export const readMail: readonly MailSpec[] = [
  { from: backup, subject: 'Backup report: 12 of 12 jobs succeeded', body: 'All jobs of the night finished.\r\n\r\nLargest job: files01, 1.84 TB, 3 h 12 min\r\nNext full backup: Saturday', daysAgo: 0, at: '05:30', categories: ['Reports'] },
  { from: monitor, subject: 'Alert: disk space on files01 below 15 %', body: 'Server: files01\r\nVolume: E:\r\nFree: 14.2 %\r\nThreshold: 15 %', daysAgo: 0, at: '04:10', importance: 'High', categories: ['Alerts'] },
  { from: 'ana', subject: 'Team meeting: points for Wednesday', body: 'Hi all,\r\n\r\nplease send me your points by tomorrow evening. So far: certificate renewal, the new VPN profile, hall 2 printers.\r\n\r\nAna', daysAgo: 1, at: '16:55' },
  { from: 'jonas', subject: 'Thank you for the quick help', body: 'Hello,\r\n\r\nthe projector in room Oslo works again. The customer was impressed.\r\n\r\nJonas', daysAgo: 1, at: '13:12' },
  { from: monitor, subject: 'Recovered: mail queue on mx02', body: 'Server: mx02\r\nQueue: outbound\r\nLength: 3\r\nThe queue is below its threshold again.', daysAgo: 1, at: '11:26', categories: ['Alerts'] },
  { from: monitor, subject: 'Alert: mail queue on mx02 above 200', body: 'Server: mx02\r\nQueue: outbound\r\nLength: 231', daysAgo: 1, at: '10:58', importance: 'High', categories: ['Alerts'] },
  { from: backup, subject: 'Backup report: 11 of 12 jobs succeeded', body: 'One job needs attention.\r\n\r\nJob: sql03\r\nResult: finished with a warning, one log file was in use', daysAgo: 1, at: '05:30', categories: ['Reports'], files: [{ name: 'sql03.log', contentType: 'text/plain', text: '02:14:07 INFO  job sql03 started\r\n02:31:55 WARN  file in use: E:\\logs\\sql03_7.trn\r\n02:32:10 INFO  job sql03 finished\r\n' }] },
  { from: 'sofia', subject: '[HD] Font missing on the new laptop', body: 'Hello,\r\n\r\nthe house font is missing on NB-0502, so every layout moves. Could you install it?\r\n\r\nSofía', daysAgo: 2, at: '09:40', categories: ['Help desk'] },
  { from: printer, subject: 'Delivery note 20-4471', body: '<html><body><p>Dear customer,</p><p>your order of <b>12 toner cartridges</b> leaves our warehouse today.</p><p>Northwind Print</p></body></html>', daysAgo: 2, at: '08:02', files: [{ name: 'delivery-note-20-4471.csv', contentType: 'text/csv', text: 'article,count\r\nTN-2420,8\r\nTN-3480,4\r\n' }] },
  { from: 'marek', subject: '[HD] Scanner 14 does not charge', body: 'Hi,\r\n\r\nscanner 14 stays at 3 % in every cradle. We use the spare one for now.\r\n\r\nMarek', daysAgo: 3, at: '14:05', categories: ['Help desk'] },
  { from: 'ana', subject: 'Certificate of mail.contoso.test', body: 'Hi,\r\n\r\nthe certificate ends in six weeks. I have ordered the new one; we install it on Saturday the 5th at 07:00.\r\n\r\nAna', daysAgo: 3, at: '11:47', importance: 'High' },
  { from: facilities, subject: 'Power work in building B on Sunday', body: 'On Sunday between 08:00 and 11:00 the sockets in building B have no power. Server room: not affected.', daysAgo: 3, at: '09:00' },
  { from: backup, subject: 'Backup report: 12 of 12 jobs succeeded', body: 'All jobs of the night finished.', daysAgo: 3, at: '05:30', categories: ['Reports'] },
  { from: 'priya', subject: '[HD] Recruiting mailbox does not open on the phone', body: 'Hello,\r\n\r\non my phone I see my own mailbox but not the recruiting one. On the computer both are there.\r\n\r\nPriya', daysAgo: 4, at: '15:21', categories: ['Help desk'] },
  { from: 'li', subject: 'Invoice 2026-1187: cost centre', body: 'Hello,\r\n\r\nwhich cost centre does the invoice for the docking stations belong to, 4100 or 4150?\r\n\r\nLi', daysAgo: 4, at: '10:15' },
  { from: monitor, subject: 'Weekly report: availability 99.97 %', body: '<html><body><table><tr><th>Service</th><th>Availability</th></tr><tr><td>Mail</td><td>99.98 %</td></tr><tr><td>Files</td><td>100 %</td></tr><tr><td>VPN</td><td>99.93 %</td></tr></table></body></html>', daysAgo: 5, at: '06:00', categories: ['Reports'] },
  { from: 'jonas', subject: '[HD] Calendar shows meetings one hour late', body: 'Hello,\r\n\r\nafter the trip to Lisbon all meetings stand one hour late in my calendar.\r\n\r\nJonas', daysAgo: 5, at: '08:33', categories: ['Help desk'] },
  { from: 'sofia', subject: 'Photos of the new meeting rooms', body: '<html><body><p>Hi all,</p><p>the rooms are ready. Names on the doors: <i>Oslo</i>, <i>Bergen</i>, <i>Tromsø</i>.</p><p>Sofía</p></body></html>', daysAgo: 6, at: '13:30' },
  { from: 'marek', subject: 'RE: Label stock', body: 'Two boxes left, enough until Friday.\r\n\r\nMarek', daysAgo: 6, at: '12:11' },
  { from: 'ana', subject: 'Rota for December', body: 'Hi,\r\n\r\nthe rota is attached. Tell me by Friday if a day does not suit you.\r\n\r\nAna', daysAgo: 7, at: '15:00', files: [{ name: 'rota-december.csv', contentType: 'text/csv', text: 'week,early,late\r\n49,Ana,Marek\r\n50,Priya,Ana\r\n51,Marek,Priya\r\n' }] },
  { from: backup, subject: 'Backup report: 12 of 12 jobs succeeded', body: 'All jobs of the night finished.', daysAgo: 7, at: '05:30', categories: ['Reports'] },
  { from: 'li', subject: '[HD] Printer in finance prints on both sides only', body: 'Hello,\r\n\r\nletters to the bank must be printed on one side. The setting goes back by itself.\r\n\r\nLi', daysAgo: 8, at: '14:44', categories: ['Help desk'] },
  { from: 'priya', cc: ['ana'], subject: 'Leavers in November', body: 'Hello,\r\n\r\ntwo colleagues leave at the end of the month: H. Berg (Sales) and T. Aas (Logistics). Please close the accounts on the 30th.\r\n\r\nPriya', daysAgo: 9, at: '10:05', importance: 'High' },
  { from: printer, subject: 'Order confirmation 20-4471', body: 'Dear customer,\r\n\r\nthank you for your order of 12 toner cartridges.\r\n\r\nNorthwind Print', daysAgo: 9, at: '09:17' },
  { from: 'sofia', subject: 'Umlauts, accents & symbols in signatures: Ø, ñ, Ł, 你好, 🎨', body: 'Hello,\r\n\r\ncan the signature tool handle names such as Nowák, Østby, Sofía and 李伟? In the preview "<" and "&" look odd too.\r\n\r\nSofía', daysAgo: 10, at: '16:20' },
  { from: monitor, subject: 'Alert: certificate of vpn.contoso.test ends in 60 days', body: 'Host: vpn.contoso.test\r\nPort: 443\r\nDays left: 60', daysAgo: 11, at: '03:00', categories: ['Alerts'] },
  { from: 'jonas', subject: '[HD] Second screen stays dark', body: 'Hello,\r\n\r\nat desk 3.12 the second screen stays dark. The cable is fine, I swapped it.\r\n\r\nJonas', daysAgo: 12, at: '09:55', categories: ['Help desk'] },
  { from: 'ana', subject: 'Numbers of October', body: 'Hi,\r\n\r\n214 tickets, 92 % on the first day. Well done.\r\n\r\nAna', daysAgo: 14, at: '17:30' },
  { from: 'marek', subject: '[HD] Forklift terminal 2 reboots', body: 'Hi,\r\n\r\nterminal 2 reboots on the ramp. Loose plug?\r\n\r\nMarek', daysAgo: 15, at: '07:20', categories: ['Help desk'] },
  { from: facilities, subject: 'Fire drill on Thursday', body: 'On Thursday at 10:30 there is a fire drill. Lock your screen before you leave.', daysAgo: 16, at: '09:00', importance: 'Low' },
  { from: 'li', subject: 'Access review 2026', body: 'Hello,\r\n\r\nthe list of the yearly access review is ready. Comments by the end of the month.\r\n\r\nLi', daysAgo: 18, at: '13:00', files: [{ name: 'access-review.csv', contentType: 'text/csv', text: 'share,owner,accounts\r\nfinance,Li Wei,14\r\nsales,Jonas Østby,22\r\n' }] },
  { from: 'priya', subject: 'Welcome pack for new colleagues', body: 'Hello,\r\n\r\ncould you check the IT page of the welcome pack? The VPN part looks old.\r\n\r\nPriya', daysAgo: 20, at: '11:11' },
  { from: monitor, subject: 'Weekly report: availability 99.99 %', body: 'Mail 100 %, files 99.98 %, VPN 99.99 %', daysAgo: 26, at: '06:00', categories: ['Reports'] },
  { from: 'ana', subject: 'Plan for the server room', body: 'Hi,\r\n\r\nthe second air conditioner arrives in January. Until then please keep the door shut.\r\n\r\nAna', daysAgo: 30, at: '14:30' },
];
