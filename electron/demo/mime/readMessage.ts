import { addressesProperty, addressProperty } from '../items/addresses.ts';
import { EwsError } from '../soap/ewsError.ts';
import type { Attachment } from '../store/item.ts';
import { t, type XmlElement } from '../xml/element.ts';
import { decodeCharset, decodeTransfer } from './encodings.ts';
import { readAddresses, readHeaders, readParameters, type Headers } from './headers.ts';

/** Parts within parts are followed so far, no further. */
const deepest = 20;

/** What a message in MIME says: properties, and its files. */
export interface ReadMessage {
  readonly values: readonly XmlElement[];
  readonly attachments: readonly Omit<Attachment, 'id'>[];
}

interface Body {
  readonly type: 'Text' | 'HTML';
  readonly text: string;
}

interface Found {
  readonly bodies: Body[];
  readonly files: Omit<Attachment, 'id'>[];
}

function split(bytes: string): { readonly headers: Headers; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(bytes);
  if (/^\r?\n/.test(bytes)) return { headers: readHeaders(''), body: bytes.replace(/^\r?\n/, '') };
  return { headers: readHeaders(end === null ? bytes : bytes.slice(0, end.index)), body: end === null ? '' : bytes.slice(end.index + end[0].length) };
}

function partsOf(body: string, boundary: string): string[] {
  const lines = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
  const parts: string[] = [];
  let start: number | undefined;
  for (const match of body.matchAll(lines)) {
    if (start !== undefined) parts.push(body.slice(start, match.index).replace(/^\r?\n/, ''));
    start = match[1] === undefined ? match.index + match[0].length : undefined;
    if (match[1] !== undefined) break;
  }
  // A message that was cut off still has its last part.
  if (start !== undefined) parts.push(body.slice(start).replace(/^\r?\n/, ''));
  return parts;
}

function collect(bytes: string, found: Found, now: Date, depth: number): void {
  const { headers, body } = split(bytes);
  const { value: type, parameters } = readParameters(headers.raw('content-type') ?? 'text/plain');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && depth < deepest) {
    for (const part of partsOf(body, boundary)) collect(part, found, now, depth + 1);
    return;
  }
  const disposition = readParameters(headers.raw('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? parameters.get('name');
  const content = decodeTransfer(body, (headers.raw('content-transfer-encoding') ?? '').toLowerCase());
  const isBody = (type === 'text/plain' || type === 'text/html') && disposition.value !== 'attachment' && name === undefined;
  if (isBody) {
    found.bodies.push({ type: type === 'text/html' ? 'HTML' : 'Text', text: decodeCharset(content, parameters.get('charset') ?? 'utf-8') });
    return;
  }
  const id = headers.text('content-id')?.replace(/^<|>$/g, '');
  found.files.push({
    name: name ?? (type === 'message/rfc822' ? 'message.eml' : `part${found.files.length + 1}`),
    contentType: type,
    contentId: id,
    isInline: disposition.value === 'inline' || (id !== undefined && disposition.value !== 'attachment'),
    content: content.toString('base64'),
    lastModified: now,
  });
}

const importances: Readonly<Record<string, string>> = { high: 'High', low: 'Low', '1': 'High', '2': 'High', '4': 'Low', '5': 'Low' };
const sensitivities: Readonly<Record<string, string>> = { personal: 'Personal', private: 'Private', 'company-confidential': 'Confidential' };

function valuesOf(headers: Headers, bodies: readonly Body[]): (XmlElement | undefined)[] {
  const body = bodies.find(({ type }) => type === 'HTML') ?? bodies[0];
  const one = (name: string, header: string): XmlElement | undefined => {
    const [address] = readAddresses(headers.raw(header) ?? '');
    return address === undefined ? undefined : addressProperty(name, address);
  };
  const text = (name: string, header: string): XmlElement | undefined => {
    const value = headers.text(header);
    return value === undefined ? undefined : t(name, value);
  };
  const importance = importances[(headers.raw('importance') ?? headers.raw('x-priority') ?? '').trim().slice(0, 4).trim().toLowerCase()];
  const sensitivity = sensitivities[(headers.raw('sensitivity') ?? '').toLowerCase()];
  return [
    t('Subject', headers.text('subject') ?? ''),
    body === undefined ? undefined : t('Body', body.text, { BodyType: body.type }),
    importance === undefined ? undefined : t('Importance', importance),
    sensitivity === undefined ? undefined : t('Sensitivity', sensitivity),
    ...(['ToRecipients', 'CcRecipients', 'BccRecipients', 'ReplyTo'] as const).map((name, index) =>
      addressesProperty(name, readAddresses(headers.raw(['to', 'cc', 'bcc', 'reply-to'][index] ?? '') ?? '')),
    ),
    one('From', 'from'),
    one('Sender', 'sender'),
    text('InReplyTo', 'in-reply-to'),
    text('References', 'references'),
    text('InternetMessageId', 'message-id'),
    headers.raw('disposition-notification-to') === undefined ? undefined : t('IsReadReceiptRequested', 'true'),
    headers.raw('return-receipt-to') === undefined ? undefined : t('IsDeliveryReceiptRequested', 'true'),
  ];
}

/** Reads a MimeContent element's text. Throws EwsError for what is no base64 or no message. */
export function readMessage(base64: string, now: Date): ReadMessage {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) throw new EwsError('ErrorMimeContentInvalidBase64String');
  const bytes = Buffer.from(base64, 'base64').toString('latin1');
  if (!/^[!-9;-~]+[ \t]*:/.test(bytes)) throw new EwsError('ErrorMimeContentInvalid');
  const found: Found = { bodies: [], files: [] };
  collect(bytes, found, now, 0);
  return { values: valuesOf(split(bytes).headers, found.bodies).filter((one) => one !== undefined), attachments: found.files };
}
