import { addressesOf, singleAddress, type Address } from '../items/addresses.ts';
import { htmlToText } from '../items/bodyText.ts';
import { parseDate } from '../store/dates.ts';
import type { Attachment, Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import { encodeWords, inLines, toQuotedPrintable } from './encodings.ts';

type Header = readonly [name: string, value: string | undefined];

/** A message or one of its parts: headers and content. */
interface Part {
  readonly headers: readonly Header[];
  readonly content: string;
}

function written({ name, address }: Address): string {
  if (name === address || name === '') return address;
  const ascii = /^[\x20-\x7e]*$/.test(name);
  return `${ascii ? `"${name.replace(/(["\\])/g, '\\$1')}"` : encodeWords(name)} <${address}>`;
}

function addresses(item: Item, property: string): string | undefined {
  const all = addressesOf(item.values.get(property)).map(written);
  return all.length === 0 ? undefined : all.join(',\r\n ');
}

function dateHeader(item: Item): string | undefined {
  const date = parseDate(textOf(item, 'DateTimeSent') ?? '');
  return date?.toUTCString().replace('GMT', '+0000');
}

function texts(type: string, text: string): Part {
  return {
    headers: [
      ['Content-Type', `text/${type}; charset="utf-8"`],
      ['Content-Transfer-Encoding', 'quoted-printable'],
    ],
    content: toQuotedPrintable(text),
  };
}

function file({ name, contentType, contentId, isInline, content }: Attachment): Part {
  const label = encodeWords(name).replace(/(["\\])/g, '\\$1');
  return {
    headers: [
      ['Content-Type', `${contentType}; name="${label}"`],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', `${isInline ? 'inline' : 'attachment'}; filename="${label}"`],
      ['Content-ID', contentId === undefined ? undefined : `<${contentId}>`],
    ],
    content: inLines(content),
  };
}

function headerLines(headers: readonly Header[]): string {
  return headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`])).join('');
}

function bundle(kind: string, parts: readonly Part[], boundary: string): Part {
  const inner = parts.map((part) => `--${boundary}\r\n${headerLines(part.headers)}\r\n${part.content}\r\n`);
  return { headers: [['Content-Type', `multipart/${kind};\r\n boundary="${boundary}"`]], content: `${inner.join('')}--${boundary}--\r\n` };
}

function contentOf(item: Item): Part {
  const body = item.values.get('Body');
  const boundary = (name: string): string => `_${name}_${Buffer.from(item.id, 'base64').toString('hex').slice(-24)}_`;
  const isHtml = body?.attributes['BodyType'] === 'HTML';
  const plain = texts('plain', isHtml ? htmlToText(body.text) : (body?.text ?? ''));
  const shown = isHtml ? bundle('alternative', [plain, texts('html', body.text)], boundary('alternative')) : plain;
  const files = item.attachments.filter((one) => one.item === undefined);
  const inline = files.filter((one) => one.isInline).map(file);
  const related = inline.length === 0 ? shown : bundle('related', [shown, ...inline], boundary('related'));
  const attached = files.filter((one) => !one.isInline).map(file);
  return attached.length === 0 ? related : bundle('mixed', [related, ...attached], boundary('mixed'));
}

/** A message as MIME, in base64 (RFC 5322, RFC 2045). Attached items are left out. */
export function writeMessage(item: Item): string {
  const importance = textOf(item, 'Importance') ?? 'Normal';
  const sensitivity = textOf(item, 'Sensitivity') ?? 'Normal';
  const [from, sender] = ['From', 'Sender'].map((name) => singleAddress(item.values.get(name)));
  const headers: readonly Header[] = [
    ['From', from === undefined ? undefined : written(from)],
    ['Sender', sender === undefined || sender.address === from?.address ? undefined : written(sender)],
    ['To', addresses(item, 'ToRecipients')],
    ['CC', addresses(item, 'CcRecipients')],
    ['BCC', addresses(item, 'BccRecipients')],
    ['Reply-To', addresses(item, 'ReplyTo')],
    ['Subject', encodeWords(textOf(item, 'Subject') ?? '')],
    ['Date', dateHeader(item)],
    ['Message-ID', textOf(item, 'InternetMessageId')],
    ['In-Reply-To', textOf(item, 'InReplyTo')],
    ['References', textOf(item, 'References')?.replace(/\s+/g, '\r\n ')],
    ['Importance', importance === 'Normal' ? undefined : importance],
    ['Sensitivity', sensitivity === 'Normal' ? undefined : sensitivity === 'Confidential' ? 'Company-Confidential' : sensitivity],
    ['MIME-Version', '1.0'],
  ];
  const { headers: own, content } = contentOf(item);
  return Buffer.from(`${headerLines([...headers, ...own])}\r\n${content}`, 'utf8').toString('base64');
}
