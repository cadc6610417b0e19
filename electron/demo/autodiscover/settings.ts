import type { Organisation } from '../store/organisation.ts';
import type { Person } from '../store/mailbox.ts';

/** What Autodiscover knows of a mailbox, by the names of the SOAP settings; undefined for a name this server does not have. */
export function userSetting(name: string, person: Person, ewsUrl: string): string | undefined {
  const settings: Readonly<Record<string, string>> = {
    UserDisplayName: person.name,
    AutoDiscoverSMTPAddress: person.address,
    InternalEwsUrl: ewsUrl,
    ExternalEwsUrl: ewsUrl,
    EwsSupportedSchemas: 'Exchange2007, Exchange2007_SP1, Exchange2010, Exchange2010_SP1, Exchange2010_SP2, Exchange2013, Exchange2013_SP1, Exchange2015',
  };
  return settings[name];
}

/** The person behind an address, or undefined. */
export function personAt(address: string, organisation: Organisation): Person | undefined {
  return organisation.mailbox(address.trim())?.person;
}
