import { mailboxElement } from '../items/addresses.ts';
import { defaultValues } from '../items/newItem.ts';
import { dayAt } from '../store/dates.ts';
import type { NewItem } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import { t, type XmlElement } from '../xml/element.ts';

interface ContactSpec {
  readonly given: string;
  readonly surname: string;
  readonly company: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly mobile?: string;
  readonly address?: { readonly street: string; readonly city: string; readonly code: string; readonly country: string };
}

const contacts: readonly ContactSpec[] = [
  {
    given: 'Ingrid',
    surname: 'Solberg',
    company: 'Northwind Print',
    title: 'Customer service',
    email: 'ingrid.solberg@northwind.test',
    phone: '+47 55 00 11 20',
    address: { street: '12 Harbour Road', city: 'Bergen', code: '5003', country: 'Norway' },
  },
  {
    given: 'Ken',
    surname: 'Sato',
    company: 'Fabrikam Cooling',
    title: 'Service technician',
    email: 'ken.sato@fabrikam.test',
    phone: '+47 73 00 90 01',
    mobile: '+47 900 00 417',
  },
  {
    given: 'Léa',
    surname: 'Moreau',
    company: 'Adatum Networks',
    title: 'Account manager',
    email: 'lea.moreau@adatum.test',
    phone: '+33 1 00 00 42 00',
    mobile: '+33 6 00 00 00 17',
    address: { street: '4 rue du Port', city: 'Lyon', code: '69002', country: 'France' },
  },
  { given: 'Tom', surname: 'Aas', company: 'Contoso', title: 'Logistics', email: 'tom.aas@contoso.test', phone: '+47 22 00 03 09' },
  { given: 'Emma', surname: 'Lindqvist', company: 'Contoso', title: 'Human Resources, from next month', email: 'emma@contoso.test', phone: '+47 22 00 04 18' },
];

const groups: readonly { readonly name: string; readonly members: readonly string[] }[] = [
  { name: 'On call', members: ['ana@contoso.test', 'helpdesk@contoso.test'] },
  { name: 'Key users', members: ['li@contoso.test', 'marek@contoso.test', 'priya@contoso.test', 'jonas@contoso.test', 'sofia@contoso.test'] },
  { name: 'Suppliers', members: ['ingrid.solberg@northwind.test', 'ken.sato@fabrikam.test', 'lea.moreau@adatum.test'] },
];

function itemOf(kind: 'Contact' | 'DistributionList', parts: readonly (XmlElement | undefined)[], now: Date): NewItem {
  const values = defaultValues(kind);
  for (const part of parts) if (part !== undefined) values.set(part.name, part);
  return { kind, values, created: dayAt(now, -120, '10:00') };
}

function contactOf({ given, surname, company, title, email, phone, mobile, address }: ContactSpec, now: Date): NewItem {
  const name = `${given} ${surname}`;
  const place =
    address === undefined
      ? undefined
      : [t('Street', address.street), t('City', address.city), t('CountryOrRegion', address.country), t('PostalCode', address.code)];
  const phones = [t('Entry', phone, { Key: 'BusinessPhone' }), mobile === undefined ? undefined : t('Entry', mobile, { Key: 'MobilePhone' })];
  return itemOf(
    'Contact',
    [
      t('Subject', name),
      t('FileAs', `${surname}, ${given}`),
      t('DisplayName', name),
      t('GivenName', given),
      t('CompanyName', company),
      t('EmailAddresses', [t('Entry', email, { Key: 'EmailAddress1' })]),
      place === undefined ? undefined : t('PhysicalAddresses', [t('Entry', place, { Key: 'Business' })]),
      t('PhoneNumbers', phones),
      t('JobTitle', title),
      t('Surname', surname),
    ],
    now,
  );
}

/** The help desk's contacts and contact groups. */
export function seededContacts(organisation: Organisation, now: Date): NewItem[] {
  const nameOf = (address: string): string => {
    const contact = contacts.find((one) => one.email === address);
    return organisation.mailbox(address)?.person.name ?? (contact === undefined ? address : `${contact.given} ${contact.surname}`);
  };
  const groupItems = groups.map(({ name, members }) => {
    const entries = members.map((address) =>
      t('Member', [mailboxElement({ name: nameOf(address), address }), t('Status', 'Normal')], {
        Key: organisation.identifiers.bytes(`member/${name}/${address}`, 24).toString('base64'),
      }),
    );
    return itemOf('DistributionList', [t('Subject', name), t('DisplayName', name), t('FileAs', name), t('Members', entries)], now);
  });
  return [...contacts.map((spec) => contactOf(spec, now)), ...groupItems];
}
