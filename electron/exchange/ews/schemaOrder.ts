/**
 * Elements of an item that can be written, in the order the schema demands; another order is answered with ErrorSchemaValidation.
 * Taken from the item types of the official schema (types.xsd).
 */
const item = [
  'ItemClass',
  'Subject',
  'Sensitivity',
  'Body',
  'Categories',
  'Importance',
  'InReplyTo',
  'ReminderDueBy',
  'ReminderIsSet',
  'ReminderMinutesBeforeStart',
  'Culture',
];

const message = [
  'Sender',
  'ToRecipients',
  'CcRecipients',
  'BccRecipients',
  'IsReadReceiptRequested',
  'IsDeliveryReceiptRequested',
  'From',
  'IsRead',
  'IsResponseRequested',
  'References',
  'ReplyTo',
];

const calendarItem = [
  'Start',
  'End',
  'IsAllDayEvent',
  'LegacyFreeBusyStatus',
  'Location',
  'IsResponseRequested',
  'RequiredAttendees',
  'OptionalAttendees',
  'Resources',
  'Recurrence',
  'StartTimeZone',
  'EndTimeZone',
  'AllowNewTimeProposal',
  'IsOnlineMeeting',
  'NetShowUrl',
];

const contact = [
  'FileAs',
  'DisplayName',
  'GivenName',
  'MiddleName',
  'CompanyName',
  'EmailAddresses',
  'PhysicalAddresses',
  'PhoneNumbers',
  'AssistantName',
  'Birthday',
  'BusinessHomePage',
  'Department',
  'JobTitle',
  'Manager',
  'Surname',
];

const task = [
  'ActualWork',
  'BillingInformation',
  'Companies',
  'CompleteDate',
  'Contacts',
  'DueDate',
  'Mileage',
  'PercentComplete',
  'Recurrence',
  'StartDate',
  'Status',
  'TotalWork',
];

const orders: Readonly<Record<string, readonly string[]>> = {
  Message: [...item, ...message],
  CalendarItem: [...item, ...calendarItem],
  Contact: [...item, ...contact],
  DistributionList: [...item, 'DisplayName', 'Members'],
  Task: [...item, ...task],
};

/** The order of an item class's elements, by its element name. */
export function schemaOrder(exchangeClass: string): readonly string[] {
  const order = orders[exchangeClass];
  if (order === undefined) throw new Error(`No element order is known for ${exchangeClass}.`);
  return order;
}
