import { body, choice, dateTime, list, text, type Fields } from '../fields/field.ts';
import { itemFields } from './itemFields.ts';
import { itemType } from './itemType.ts';

const settable = { create: 'optional', update: true, filter: 'text', publish: true } as const;

const numbers: Readonly<Record<string, readonly [label: string, index: string]>> = {
  businessPhone: ['Business Phone', 'BusinessPhone'],
  businessPhone2: ['Business Phone 2', 'BusinessPhone2'],
  businessFax: ['Business Fax', 'BusinessFax'],
  mobilePhone: ['Mobile Phone', 'MobilePhone'],
  homePhone: ['Home Phone', 'HomePhone'],
  homePhone2: ['Home Phone 2', 'HomePhone2'],
  homeFax: ['Home Fax', 'HomeFax'],
  assistantPhone: ['Assistant Phone', 'AssistantPhone'],
  companyMainPhone: ['Company Main Phone', 'CompanyMainPhone'],
  primaryPhone: ['Primary Phone', 'PrimaryPhone'],
  otherPhone: ['Other Phone', 'OtherTelephone'],
  otherFax: ['Other Fax', 'OtherFax'],
  callbackPhone: ['Callback Phone', 'Callback'],
  carPhone: ['Car Phone', 'CarPhone'],
  radioPhone: ['Radio Phone', 'RadioPhone'],
  pager: ['Pager', 'Pager'],
  isdn: ['ISDN', 'Isdn'],
  telex: ['Telex', 'Telex'],
  ttyTddPhone: ['TTY/TDD Phone', 'TtyTddPhone'],
};

const phones: Fields = Object.fromEntries(
  Object.entries(numbers).map(([key, [label, index]]) => [key, text({ label, index, uri: 'contacts:PhoneNumber', pushDown: true, section: 'Phone numbers', help: `Number: ${label}.`, ...settable })]),
);

const addressParts = { Street: 'Street', City: 'City', State: 'State', PostalCode: 'Postal Code', CountryOrRegion: 'Country or Region' } as const;

function postalAddress(index: 'Business' | 'Home' | 'Other'): Fields {
  return Object.fromEntries(
    Object.entries(addressParts).map(([part, label]) => [
      `${index.toLowerCase()}${part}`,
      text({ label: `${index} ${label}`, index, uri: `contacts:PhysicalAddress:${part}`, pushDown: true, section: `${index} address`, help: `${label} of the ${index.toLowerCase()} address.`, ...settable }),
    ]),
  );
}

function email(number: 1 | 2 | 3): Fields {
  const entry = { uri: 'contacts:EmailAddress', index: `EmailAddress${number}`, section: 'E-mail addresses' } as const;
  return {
    [`email${number}`]: text({ label: `E-Mail ${number}`, ...entry, pushDown: true, placeholder: 'user@contoso.com', help: `E-mail address ${number}.`, ...settable }),
    [`email${number}DisplayName`]: text({ label: `E-Mail ${number} Display Name`, ...entry, attribute: 'Name', create: 'optional', update: true, publish: true, help: `Name shown for e-mail address ${number}. Needs E-Mail ${number} beside it.` }),
  };
}

/** Single contacts. The pack documents no properties for them; these are what an administrator expects of a contact. */
export const contact = itemType({
  name: 'Contact',
  exchangeClass: 'Contact',
  itemClass: 'IPM.Contact',
  reference: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/contact',
  defaultFolder: { read: 'Contacts', create: 'Contacts' },
  fields: {
    ...itemFields,
    displayName: text({ label: 'Display Name', uri: 'contacts:DisplayName', pushDown: true, help: 'Name as it is shown.', ...settable, create: 'required' }),
    givenName: text({ label: 'Given Name', uri: 'contacts:GivenName', pushDown: true, help: 'First name.', ...settable }),
    middleName: text({ label: 'Middle Name', uri: 'contacts:MiddleName', pushDown: true, help: 'Middle name.', ...settable }),
    surname: text({ label: 'Surname', uri: 'contacts:Surname', pushDown: true, help: 'Family name.', ...settable }),
    fileAs: text({ label: 'File As', uri: 'contacts:FileAs', pushDown: true, help: 'Name the contact is sorted by; surname and given name, or the display name, where a new contact has none.', ...settable }),
    companyName: text({ label: 'Company', uri: 'contacts:CompanyName', pushDown: true, help: 'Company the contact works for.', ...settable }),
    department: text({ label: 'Department', uri: 'contacts:Department', pushDown: true, help: 'Department of the contact.', ...settable }),
    jobTitle: text({ label: 'Job Title', uri: 'contacts:JobTitle', pushDown: true, help: 'Job title of the contact.', ...settable }),
    manager: text({ label: 'Manager', uri: 'contacts:Manager', pushDown: true, help: 'Name of the manager.', ...settable }),
    assistantName: text({ label: 'Assistant', uri: 'contacts:AssistantName', pushDown: true, help: 'Name of the assistant.', ...settable }),
    ...email(1),
    ...email(2),
    ...email(3),
    ...phones,
    ...postalAddress('Business'),
    ...postalAddress('Home'),
    ...postalAddress('Other'),
    businessHomePage: text({ label: 'Business Home Page', uri: 'contacts:BusinessHomePage', pushDown: true, help: 'Address of the web page.', ...settable }),
    birthday: dateTime({ label: 'Birthday', day: true, uri: 'contacts:Birthday', create: 'optional', update: true, filter: 'order', pushDown: true, publish: true, help: 'Day of birth.' }),
    body: body({ label: 'Notes', uri: 'item:Body', help: 'Notes about the contact.', ...settable }),
    bodyType: choice({ label: 'Body Type', options: ['Text', 'HTML'], uri: 'item:Body', create: 'optional', update: true, publish: true, help: 'Whether Notes is plain text or HTML.' }),
    categories: list({ label: 'Categories', uri: 'item:Categories', create: 'optional', update: true, publish: true, help: 'Categories, separated by commas.' }),
  },
});
