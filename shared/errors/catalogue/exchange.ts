import { catalogueOf, type CatalogueEntry, type ErrorDetails, type ErrorKind } from './entry.ts';

/** Exchange's own words, as the reason: it often names the thing that our sentence can only describe. */
function answer(details: ErrorDetails): string {
  const { responseCode, messageText } = details;
  if (responseCode === undefined) return messageText ?? 'Exchange gave no reason.';
  return messageText === undefined ? `Exchange answered ${responseCode}.` : `Exchange answered ${responseCode}: ${messageText}`;
}

/** A row whose reason is what Exchange said. */
function reported(kind: ErrorKind, what: string | ((details: ErrorDetails) => string), ...fix: readonly string[]): CatalogueEntry {
  return { kind, texts: (details) => ({ what: typeof what === 'string' ? what : what(details), why: answer(details), fix }) };
}

const seconds = (value: string | undefined): string => (value === undefined ? 'some time' : value === '1' ? '1 second' : `${value} seconds`);

/** Failures that Exchange itself reports. Response codes: learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode */
export const exchangeErrors = catalogueOf({
  'exchange.itemNotFound': reported(
    'operational',
    'The item does not exist any more, or the account may not see it.',
    'Check that the ID comes from an activity of the same run: an ID changes when the item is moved, sent or deleted.',
    'After Move Or Copy Item, subscribe to the ID that this activity publishes.',
    'Check that the account may read the folder that holds the item.',
  ),
  'exchange.invalidId': reported(
    'user',
    'The ID is not the ID of an Exchange item.',
    'Check what the ID property subscribes to: it must be the ID of an item, unchanged and complete.',
  ),
  'exchange.folderNotFound': reported(
    'operational',
    (d) =>
      d.folder === undefined
        ? 'The folder does not exist, or the account may not see it.'
        : `The folder "${d.folder}" does not exist, or the account may not see it.`,
    'Check the name: a well-known name such as Inbox, a path such as Inbox\\Projects, or a folder ID.',
    'For a folder of another mailbox, write the address in front, for example helpdesk@contoso.com:Inbox, and give the account the right to open it.',
  ),
  'exchange.accessDenied': reported(
    'operational',
    (d) => `${d.userName ?? 'The account'} may not ${d.mailbox === undefined ? 'do this in the mailbox' : `open ${d.mailbox}`}.`,
    'Give the account the needed right on the folder or the mailbox (Add-MailboxFolderPermission or Add-MailboxPermission).',
    'Check that Username names the intended account.',
  ),
  'exchange.sendAsDenied': reported(
    'operational',
    'The account may not send as this address.',
    'Give the account the right Send As or Send on Behalf for the address in From.',
    'Or leave From empty to send as the account itself.',
  ),
  'exchange.impersonationDenied': reported(
    'operational',
    'The account may not act for this user.',
    'Give the account the management role ApplicationImpersonation, or access to the mailbox.',
  ),
  'exchange.mailboxNotFound': reported(
    'operational',
    (d) => `${d.mailbox ?? d.userName ?? 'The address'} has no mailbox on this server.`,
    'Check the spelling of the address.',
    'Check that the user has a mailbox and, in Exchange Online, a license.',
    'If the mailbox is on another server or in Exchange Online, use the address of that server.',
  ),
  'exchange.mailboxOffline': reported(
    'operational',
    'The mailbox is offline for the moment.',
    'Try again in a few minutes: the mailbox is being moved, or its database is not mounted.',
    'If it stays so, ask the Exchange administrator for the state of the database.',
  ),
  'exchange.serverTrouble': reported(
    'operational',
    'Exchange could not process the request because of a problem on the server.',
    'Try again in a few minutes.',
    'If it stays so, give the request ID from the trace to the Exchange administrator.',
  ),
  'exchange.serverBusy': reported(
    'operational',
    (d) => `Exchange is limiting requests and asks to wait ${seconds(d.waitSeconds)}.`,
    'Wait and run again. Requests are repeated automatically as long as the wait is short.',
    'Read fewer items at a time, or ask the Exchange administrator for a throttling policy for this account.',
  ),
  'exchange.tooManyConnections': reported(
    'operational',
    'The account has too many connections to Exchange at the same time.',
    'Stop other programs or runbooks that use this account, then run again.',
  ),
  'exchange.tooManyResults': reported(
    'operational',
    'The search finds more items than Exchange returns in one request.',
    'Add a filter, or lower Maximum Items.',
  ),
  'exchange.searchTimeout': reported(
    'operational',
    'Exchange gave up because the request took too long.',
    'Narrow the search with a filter, or lower Maximum Items.',
    'Raise Timeout in the configuration.',
  ),
  'exchange.changedMeanwhile': reported(
    'operational',
    'The item was changed by somebody else at the same time.',
    'Run again. The app has already tried several times.',
  ),
  'exchange.readOnlyProperty': reported(
    'user',
    'A property cannot be changed for this item.',
    'Remove the property from the activity. Recipients, From and receipts of a message that was sent are fixed.',
  ),
  'exchange.propertyNotAvailable': reported(
    'operational',
    'A property does not exist for this type of item.',
    'Check that the Item Type of the configuration fits the items in the folder.',
  ),
  'exchange.filterNotSupported': reported(
    'operational',
    'Exchange cannot search by one of the filters.',
    'Remove the filter, or test the value with a link condition instead.',
  ),
  'exchange.calendarRangeTooBig': reported(
    'user',
    'The time span is too long for Exchange.',
    'Choose a shorter span: two years for a calendar view, five years for an appointment.',
  ),
  'exchange.calendarEndBeforeStart': reported('user', 'The end is before the start.', 'Choose an End Date after the Start Date.'),
  'exchange.notACalendar': reported('user', 'The folder is not a calendar.', 'Choose a calendar folder as Search Folder.'),
  'exchange.recurrenceWithoutDates': reported('user', 'The recurrence yields no date.', 'Check Recurrence, Recurs On These Days and Recurrence Ends.'),
  'exchange.noRecipients': reported('user', 'The message has no valid recipient.', 'Check the addresses in To, Cc and Bcc.'),
  'exchange.tooLarge': reported(
    'operational',
    'The message or an attachment is larger than Exchange allows.',
    'Attach smaller files, or ask the Exchange administrator for the size limit.',
  ),
  'exchange.quotaExceeded': reported('operational', 'The mailbox is full.', 'Delete or archive items, or ask the Exchange administrator for a larger quota.'),
  'exchange.sendingQuotaExceeded': reported(
    'operational',
    'The account has sent as many messages as it may for now.',
    'Wait, or ask the Exchange administrator to raise the limit.',
  ),
  'exchange.attachmentProblem': reported(
    'operational',
    'An attachment cannot be processed.',
    'Check that the attachment still exists and is not nested too deeply.',
  ),
  'exchange.wrongItemType': reported(
    'user',
    'The item is of a type that this activity cannot work with.',
    'Check that the ID comes from an activity that reads the right type of item.',
  ),
  'exchange.nameNotResolved': reported('operational', 'A name belongs to no address, or to several.', 'Write the full e-mail address.'),
  'exchange.accountState': reported(
    'operational',
    'The account cannot sign in: it is disabled, or its password has expired.',
    'Enable the account, or set a new password and store it in the configuration.',
  ),
  'exchange.batchStopped': reported('operational', 'Exchange stopped before it had processed every item.', 'Run again to process the rest.'),
  'exchange.contentProblem': reported(
    'operational',
    'The content of an item cannot be converted.',
    'Open the item in Outlook to see whether it is damaged. Leave it out with a filter.',
  ),
  'exchange.versionNotSupported': reported('operational', 'The server is too old for the requests of this app.', 'Use Exchange 2013 SP1 or later.'),
  'exchange.requestRejected': reported(
    'bug',
    'Exchange did not accept the form of the request.',
    'Open the trace and send it with a report: this is a defect of the app.',
  ),
  'exchange.brokenXml': {
    kind: 'operational',
    texts: (d) => ({
      what: 'The answer cannot be read as XML.',
      why: `${d.problem ?? 'It is not well-formed'}.`.replace(/^./, (first) => first.toUpperCase()),
      fix: ['Run again: the connection may have been cut.', 'Open the trace to see the answer. A proxy or security device may have changed it.'],
    }),
  },
  'exchange.unexpectedAnswer': {
    kind: 'operational',
    texts: (d) => ({
      what: `Exchange's answer to ${d.operation ?? 'the request'} lacks ${d.missing ?? 'a part that was expected'}.`,
      fix: ['Open the trace to see the answer.', 'Run again. If it stays so, send the trace with a report.'],
    }),
  },
  'exchange.attachmentUnreadable': {
    kind: 'user',
    texts: (d) => ({
      what: `The file ${d.file ?? ''} cannot be attached.`,
      why: d.reason ?? 'It cannot be read.',
      fix: ['Check the path in Attachments. A path that holds a comma stands in double quotes.', 'Check that this computer and this user may read the file.'],
    }),
  },
  'exchange.attachmentNotSaved': {
    kind: 'user',
    texts: (d) => ({
      what: `The attachment ${d.file ?? ''} cannot be saved in ${d.folder ?? 'the folder'}.`,
      why: d.reason ?? 'The folder cannot be written to.',
      fix: ['Check the folder in Save Attachments To.', 'Check that this user may write there and that the disk is not full.'],
    }),
  },
  'exchange.recurrenceInvalid': {
    kind: 'user',
    texts: (d) => ({
      what: 'The properties of the series do not fit together.',
      why: d.problem ?? 'One of them is missing.',
      fix: ['Correct Recurrence, Recurs On These Days, Recurrence Interval, Number of Occurrences or Recurrence Ends.'],
    }),
  },
  'exchange.entryNameAlone': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.field ?? 'A display name'} needs the e-mail address that it belongs to.`,
      fix: ['Give the e-mail address in the same activity, or leave the display name out.'],
    }),
  },
  'exchange.taskStateInvalid': {
    kind: 'user',
    texts: (d) => ({
      what: 'The properties for the state of the task contradict each other.',
      why: d.problem ?? 'Exchange would keep only one of them.',
      fix: ['Give only one of Task Status, Percent Complete and Complete Date; Exchange sets the others to fit.'],
    }),
  },
  'exchange.nothingToUpdate': {
    kind: 'user',
    texts: () => ({ what: 'Update Item was given nothing to change.', fix: ['Fill in at least one property, or name one under Clear Properties.'] }),
  },
  'exchange.nothingToClear': {
    kind: 'user',
    texts: (d) => ({
      what: `Clear Properties names "${d.label ?? ''}", which this type of item does not have or which cannot be changed.`,
      fix: ['Write the names of properties as they stand in the form, separated by commas.'],
    }),
  },
  'exchange.nothingToMonitor': {
    kind: 'user',
    texts: () => ({
      what: 'Monitor Item watches for nothing.',
      why: 'Monitor New Items and Monitor Updated Items are both False.',
      fix: ['Set at least one of them to True.'],
    }),
  },
  'exchange.unknownTimeZone': {
    kind: 'operational',
    texts: (d) => ({
      what: `The time zone of this computer, ${d.zone ?? 'which has no name'}, has no name that Exchange knows.`,
      why: 'Appointments are written with their time zone, because series and whole days follow its clock changes.',
      fix: ['Set the computer to the time zone of a larger city in the region, for example Europe/Berlin.'],
    }),
  },
  'exchange.monitorStateLost': reported(
    'operational',
    'Exchange does not recognize where the monitor stood.',
    'Run again: the monitor starts anew from the present state of the folder.',
  ),
  'exchange.itemTypeNotAvailable': {
    kind: 'user',
    texts: (d) => ({
      what: `Items of type ${d.itemType ?? 'unknown'} cannot be read by this version of the app.`,
      fix: ['Choose a configuration with the Item Type E-Mail Message.', 'Or update the app.'],
    }),
  },
  'exchange.other': {
    kind: 'operational',
    texts: (d) => ({
      what: `Exchange answered ${d.responseCode ?? 'with an error'}: ${d.messageText ?? 'no text'}`,
      fix: ['Open the trace to see the request and the answer.'],
    }),
  },
});
