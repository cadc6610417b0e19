import type { ItemRef } from '../ids.ts';
import { itemIdXml } from '../ids.ts';
import { bodyXml, mailboxesXml } from '../mailbox.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** An item passed on, with a text before it. */
export interface ForwardContent {
  readonly item: ItemRef;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly body: string;
  readonly bodyType: 'Text' | 'HTML';
}

/**
 * The response object that CreateItem takes; the server adds subject prefix and the original with its attachments.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/forwarditem
 */
export function forwardXml({ item, to, cc, bcc, body, bodyType }: ForwardContent): Xml {
  return element('t:ForwardItem', {}, [
    mailboxesXml('t:ToRecipients', to),
    mailboxesXml('t:CcRecipients', cc),
    mailboxesXml('t:BccRecipients', bcc),
    itemIdXml(item, 't:ReferenceItemId'),
    bodyXml('t:NewBodyContent', body, bodyType),
  ]);
}
