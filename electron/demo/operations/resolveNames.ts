import { mailboxElement } from '../items/addresses.ts';
import { itemElement, shapeOf } from '../items/shape.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import type { Person } from '../store/mailbox.ts';
import { childText, isTrue, m, t, type XmlElement } from '../xml/element.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

/** Most names in one answer. */
const most = 100;

function starts(wanted: string, ...candidates: readonly (string | undefined)[]): boolean {
  return candidates.some((one) => one !== undefined && [one, ...one.split(/\s+/)].some((part) => part.toLowerCase().startsWith(wanted)));
}

/** What the directory knows of somebody, as a contact's element in the order of the schema. */
function directoryContact(person: Person): XmlElement {
  const [given = '', ...rest] = person.name.split(' ');
  return t('Contact', [
    t('Culture', 'en-US'),
    t('DisplayName', person.name),
    t('GivenName', given),
    t('CompanyName', 'Contoso'),
    t('EmailAddresses', [t('Entry', `SMTP:${person.address}`, { Key: 'EmailAddress1' })]),
    t('PhoneNumbers', [t('Entry', person.phone, { Key: 'BusinessPhone' })]),
    t('ContactSource', 'ActiveDirectory'),
    t('Department', person.department),
    t('JobTitle', person.title),
    t('Surname', rest.join(' ')),
  ]);
}

function contactResolution(item: Item, full: boolean, { mailbox }: OperationContext): XmlElement {
  const address = item.values.get('EmailAddresses')?.children[0]?.text ?? '';
  const { children } = mailboxElement({ name: textOf(item, 'DisplayName') ?? address, address });
  const id = t('ItemId', [], { Id: item.id, ChangeKey: mailbox.changeKeyOf(item) });
  return t('Resolution', [
    t('Mailbox', [...children, t('MailboxType', 'Contact'), id]),
    full ? itemElement(item, shapeOf(t('ItemShape', [t('BaseShape', 'Default')]), 'find'), mailbox) : undefined,
  ]);
}

function resolve(request: XmlElement, context: OperationContext): Answer {
  const wanted = (childText(request, 'UnresolvedEntry') ?? '')
    .trim()
    .replace(/^smtp:/i, '')
    .toLowerCase();
  if (wanted === '') throw new EwsError('ErrorNameResolutionNoResults');
  const full = isTrue(request.attributes['ReturnFullContactData']);
  const scope = request.attributes['SearchScope'] ?? 'ActiveDirectoryContacts';
  const { mailbox, organisation } = context;
  const people =
    scope === 'Contacts' ? [] : organisation.people.filter((person) => starts(wanted, person.name, person.username, person.address, ...(person.aliases ?? [])));
  const contacts = scope === 'ActiveDirectory' ? [] : mailbox.itemsIn(mailbox.distinguished('contacts').id).filter((item) => item.kind === 'Contact');
  const known = contacts.filter((item) =>
    starts(wanted, textOf(item, 'DisplayName'), ...(item.values.get('EmailAddresses')?.children ?? []).map((entry) => entry.text)),
  );
  const directory = people.map((person) =>
    t('Resolution', [t('Mailbox', [...mailboxElement(person).children, t('MailboxType', 'Mailbox')]), full ? directoryContact(person) : undefined]),
  );
  const found = [...directory, ...known.map((item) => contactResolution(item, full, context))];
  if (found.length === 0) throw new EwsError('ErrorNameResolutionNoResults');
  const attributes = { TotalItemsInView: String(found.length), IncludesLastItemInRange: String(found.length <= most) };
  return { content: [m('ResolutionSet', found.slice(0, most), attributes)], warning: found.length > 1 ? 'ErrorNameResolutionMultipleResults' : undefined };
}

/** ResolveNames: the directory first, then one's contacts (https://learn.microsoft.com/exchange/client-developer/web-service-reference/resolvenames-operation). */
export const resolveNames: Operation = { name: 'ResolveNames', empty: [], work: (request, context) => [() => resolve(request, context)] };
