import { AppError } from '../../../../shared/errors/appError.ts';
import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** An attached file; the content is base64. */
export interface AttachedFile {
  readonly name: string;
  readonly content: string;
}

/** Reads an attached file; undefined for an attached item, which is no file. https://learn.microsoft.com/exchange/client-developer/web-service-reference/getattachment-operation */
export const getAttachment = operation<string, AttachedFile | undefined>({
  name: 'GetAttachment',
  safety: 'read',
  payload: (id) => element('m:GetAttachment', {}, [element('m:AttachmentIds', {}, [element('t:AttachmentId', { Id: id })])]),
  parse: (message) => {
    const attachment = inside(message, 'Attachments')?.children[0];
    if (attachment === undefined) throw new AppError('exchange.unexpectedAnswer', { operation: 'GetAttachment', missing: 'the attachment' });
    if (attachment.name !== 'FileAttachment') return undefined;
    return { name: childText(attachment, 'Name') ?? '', content: childText(attachment, 'Content') ?? '' };
  },
});
