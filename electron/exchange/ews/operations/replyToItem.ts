import type { ItemRef } from '../ids.ts';
import { itemIdXml } from '../ids.ts';
import { bodyXml, mailboxesXml } from '../mailbox.ts';
import { element, type Xml } from '../xmlWriter.ts';

/** An answer to a message. Recipients that are given replace those the server would choose. */
export interface ReplyContent {
  readonly to: ItemRef;
  readonly all: boolean;
  readonly body: string;
  readonly bodyType: 'Text' | 'HTML';
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

/**
 * The response object that CreateItem takes; the server adds subject prefix, recipients and the quoted message.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/replytoitem
 */
export function replyXml({ to, all, body, bodyType, cc, bcc }: ReplyContent): Xml {
  return element(all ? 't:ReplyAllToItem' : 't:ReplyToItem', {}, [
    mailboxesXml('t:CcRecipients', cc),
    mailboxesXml('t:BccRecipients', bcc),
    itemIdXml(to, 't:ReferenceItemId'),
    bodyXml('t:NewBodyContent', body, bodyType),
  ]);
}
