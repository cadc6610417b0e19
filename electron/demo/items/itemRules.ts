import type { OperationContext } from '../operations/operation.ts';
import { dateText } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import { child, t, type XmlElement } from '../xml/element.ts';
import { addressOf, mailboxElement } from './addresses.ts';

type Rule = (item: NewItem, context: OperationContext) => NewItem;

/** The item with values it did not give. */
function completed(item: NewItem, defaults: readonly XmlElement[]): NewItem {
  const values = new Map(item.values);
  for (const value of defaults) if (!values.has(value.name)) values.set(value.name, value);
  return { ...item, values };
}

const fileAs: Readonly<Record<string, (first: string, last: string, company: string) => string>> = {
  LastCommaFirst: (first, last) => [last, first].filter((one) => one !== '').join(', '),
  FirstSpaceLast: (first, last) => `${first} ${last}`.trim(),
  LastSpaceFirst: (first, last) => `${last} ${first}`.trim(),
  LastFirst: (first, last) => `${last}${first}`,
  Company: (_first, _last, company) => company,
  LastCommaFirstCompany: (first, last, company) => `${last}, ${first}\r\n${company}`,
  CompanyLastFirst: (first, last, company) => `${company}\r\n${last}, ${first}`,
};

/** Keeps the names of a contact or contact group in step: the one shown in lists is its subject as well. */
export function settleNames(values: Map<string, XmlElement>): void {
  const text = (name: string): string => values.get(name)?.text ?? '';
  const mapped = fileAs[text('FileAsMapping')]?.(text('GivenName'), text('Surname'), text('CompanyName'));
  const whole = `${text('GivenName')} ${text('Surname')}`.trim();
  const name = [text('DisplayName'), mapped, text('FileAs'), whole, text('CompanyName')].find((one) => one !== undefined && one !== '') ?? '';
  if (mapped !== undefined || !values.has('FileAs')) values.set('FileAs', t('FileAs', mapped ?? name));
  if (!values.has('DisplayName')) values.set('DisplayName', t('DisplayName', name));
  if (name !== '') values.set('Subject', t('Subject', name));
}

/** What Exchange adds to a new contact. */
export const contactOf: Rule = (item) => {
  const values = new Map(item.values);
  settleNames(values);
  values.set('HasPicture', t('HasPicture', 'false'));
  return { ...item, values };
};

/** The members of a contact group with keys and the names the directory has for them. */
export function memberList(members: XmlElement, { organisation }: Pick<OperationContext, 'organisation'>): XmlElement {
  const entries = members.children.map((member) => {
    const given = addressOf(child(member, 'Mailbox'));
    const address = { ...given, name: organisation.mailbox(given.address)?.person.name ?? given.name };
    const key = member.attributes['Key'] ?? organisation.identifiers.bytes(`member/${organisation.nextNumber()}`, 24).toString('base64');
    return t('Member', [mailboxElement(address), t('Status', 'Normal')], { Key: key });
  });
  return t('Members', entries);
}

/** What Exchange adds to a new contact group: its name is all the names it has. */
export const groupOf: Rule = (item, context) => {
  const values = new Map(item.values);
  if (values.get('Subject')?.text === '') values.delete('Subject');
  settleGroup(values, [], context);
  return { ...item, values };
};

/** Keeps the names and members of a contact group in order after a change of some properties. */
export function settleGroup(values: Map<string, XmlElement>, changed: readonly string[], context: Pick<OperationContext, 'organisation'>): void {
  const name = values.get('DisplayName')?.text ?? '';
  for (const one of ['Subject', 'FileAs']) if (!values.has(one) || (changed.includes('DisplayName') && !changed.includes(one))) values.set(one, t(one, name));
  const members = values.get('Members');
  if (members !== undefined) values.set('Members', memberList(members, context));
}

function percentOf(values: ReadonlyMap<string, XmlElement>): number {
  return Number(values.get('PercentComplete')?.text ?? 0);
}

function complete(values: Map<string, XmlElement>, date: string): void {
  for (const value of [t('Status', 'Completed'), t('PercentComplete', '100'), t('CompleteDate', date)]) values.set(value.name, value);
}

/**
 * Follows a change of one of the three properties that say how far a task is; of several changes the last one decides
 * (https://learn.microsoft.com/exchange/client-developer/web-service-reference/status).
 */
export function followTaskChange(values: Map<string, XmlElement>, changed: string, now: Date): void {
  const today = `${dateText(now).slice(0, 10)}T00:00:00Z`;
  const status = values.get('Status')?.text ?? 'NotStarted';
  if (changed === 'Status') {
    if (status === 'Completed') complete(values, today);
    else if (status === 'NotStarted' || percentOf(values) >= 100) values.set('PercentComplete', t('PercentComplete', '0'));
  } else if (changed === 'PercentComplete') {
    if (percentOf(values) >= 100) complete(values, today);
    else if (percentOf(values) === 0 && (status === 'Completed' || status === 'InProgress')) values.set('Status', t('Status', 'NotStarted'));
    else if (percentOf(values) > 0 && (status === 'Completed' || status === 'NotStarted')) values.set('Status', t('Status', 'InProgress'));
  } else if (changed === 'CompleteDate') {
    const date = values.get('CompleteDate')?.text;
    if (date !== undefined) complete(values, date);
    else if (status === 'Completed') values.set('PercentComplete', t('PercentComplete', '0')).set('Status', t('Status', 'NotStarted'));
  }
  settleTask(values);
}

function settleTask(values: Map<string, XmlElement>): void {
  const done = values.get('Status')?.text === 'Completed';
  if (!done) values.delete('CompleteDate');
  values.set('IsComplete', t('IsComplete', String(done)));
  values.set('IsRecurring', t('IsRecurring', String(values.has('Recurrence'))));
}

/** What Exchange adds to a new task. */
export const taskOf: Rule = (item, { mailbox, now }) => {
  const started = completed(item, [
    t('Status', 'NotStarted'),
    t('PercentComplete', '0'),
    t('ChangeCount', '1'),
    t('IsTeamTask', 'false'),
    t('DelegationState', 'NoMatch'),
    t('IsAssignmentEditable', '0'),
    t('Owner', mailbox.person.name),
    t('ReminderIsSet', 'false'),
  ]);
  const values = new Map(started.values);
  // In the order of the schema, which is the order in which Exchange reads them.
  for (const name of ['CompleteDate', 'PercentComplete', 'Status']) if (item.values.has(name)) followTaskChange(values, name, now());
  settleTask(values);
  return { ...started, values };
};
