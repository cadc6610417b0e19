import { EwsError } from '../soap/ewsError.ts';
import type { Attachment } from '../store/item.ts';
import { childText, isTrue, withoutPositions, type XmlElement } from '../xml/element.ts';

/** Exchange's limit for one attachment's content, in base64 characters (25 MB of bytes). */
const largestContent = 35_000_000;
const attachedItems = new Set(['Item', 'Message', 'CalendarItem', 'Contact', 'Task']);

/** An attachment as a request gives it. Throws EwsError where it is too large. */
export function attachmentOf(source: XmlElement, now: Date): Omit<Attachment, 'id'> {
  const content = (childText(source, 'Content') ?? '').replace(/\s+/g, '');
  if (content.length > largestContent) throw new EwsError('ErrorAttachmentSizeLimitExceeded');
  const item = source.children.find((one) => attachedItems.has(one.name));
  return {
    name: childText(source, 'Name') ?? '',
    contentType: childText(source, 'ContentType') ?? 'application/octet-stream',
    contentId: childText(source, 'ContentId'),
    isInline: isTrue(childText(source, 'IsInline')),
    content,
    item: item === undefined ? undefined : withoutPositions(item),
    lastModified: now,
  };
}
