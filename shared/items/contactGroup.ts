import { addresses, list, text } from '../fields/field.ts';
import { itemFields } from './itemFields.ts';
import { itemType } from './itemType.ts';

/** Contact groups, also called distribution lists. Fields of the pack's tables (exchange-activities 5.2, 9.0, 9.2). */
export const contactGroup = itemType({
  name: 'Contact Group',
  exchangeClass: 'DistributionList',
  itemClass: 'IPM.DistList',
  reference: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/distributionlist',
  defaultFolder: { read: 'Contacts', create: 'Contacts' },
  fields: {
    ...itemFields,
    displayName: text({ label: 'Display Name', uri: 'contacts:DisplayName', create: 'required', update: true, filter: 'text', pushDown: true, publish: true, help: 'Name of the group.' }),
    members: addresses({ label: 'Members', uri: 'distributionlist:Members', create: 'required', update: true, filter: 'text', publish: true, help: 'Addresses of the members, separated by commas. An update replaces all of them.' }),
    categories: list({ label: 'Categories', uri: 'item:Categories', create: 'optional', update: true, publish: true, help: 'Categories, separated by commas.' }),
  },
});
