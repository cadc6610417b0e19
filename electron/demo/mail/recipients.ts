import { addressesOf, isSmtpAddress, type Address } from '../items/addresses.ts';
import type { OperationContext } from '../operations/operation.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { NewItem } from '../store/mailbox.ts';

/** The recipient properties of a message. */
export const recipientProperties = ['ToRecipients', 'CcRecipients', 'BccRecipients'] as const;

/** An address with the name the directory has for it; a recipient without an address is looked up by name. */
function resolved(given: Address, { organisation }: OperationContext): Address {
  if (given.address === '' || !given.address.includes('@')) {
    const wanted = (given.address === '' ? given.name : given.address).toLowerCase();
    const hits = organisation.people.filter((person) => [person.name, person.username].some((name) => name.toLowerCase() === wanted));
    const [hit] = hits;
    if (hit === undefined || hits.length > 1) throw new EwsError('ErrorInvalidRecipients', `The recipient "${given.name}" could not be resolved.`);
    return { name: hit.name, address: hit.address };
  }
  if (!isSmtpAddress(given.address)) throw new EwsError('ErrorInvalidRecipients', `"${given.address}" is not an address.`);
  const known = organisation.mailbox(given.address)?.person;
  return { name: known?.name ?? given.name, address: given.address };
}

/** The recipients of a message by property. Throws EwsError for nobody, and for somebody who cannot be reached. */
export function recipientsOf(message: NewItem, context: OperationContext): Record<(typeof recipientProperties)[number], Address[]> {
  const of = (name: string): Address[] => addressesOf(message.values.get(name)).map((one) => resolved(one, context));
  const recipients = { ToRecipients: of('ToRecipients'), CcRecipients: of('CcRecipients'), BccRecipients: of('BccRecipients') };
  if (Object.values(recipients).every((list) => list.length === 0)) throw new EwsError('ErrorMissingRecipients');
  return recipients;
}
