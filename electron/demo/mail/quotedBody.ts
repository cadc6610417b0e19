import { addressesOf, singleAddress, type Address } from '../items/addresses.ts';
import { htmlContent, textToHtmlContent } from '../items/bodyText.ts';
import { parseDate } from '../store/dates.ts';
import type { Item } from '../store/item.ts';
import { textOf } from '../store/item.ts';
import { t, type XmlElement } from '../xml/element.ts';

const sentFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

const written = ({ name, address }: Address): string => (name === address ? address : `${name} <${address}>`);

/** What stands above a quoted message: who, when, to whom, about what. */
function quoteHeader(original: Item): readonly (readonly [string, string])[] {
  const from = singleAddress(original.values.get('From'));
  const sent = parseDate(textOf(original, 'DateTimeSent') ?? textOf(original, 'Start') ?? '');
  const cc = addressesOf(original.values.get('CcRecipients'));
  return [
    ['From', from === undefined ? '' : written(from)],
    ['Sent', sent === undefined ? '' : sentFormat.format(sent)],
    ['To', addressesOf(original.values.get('ToRecipients')).map(written).join('; ')],
    ...(cc.length === 0 ? [] : [['Cc', cc.map(written).join('; ')] as const]),
    ['Subject', textOf(original, 'Subject') ?? ''],
  ];
}

/** The body of an answer: the new text in front, then the original below its header. It is HTML as soon as either of them is. */
export function quotedBody(newContent: XmlElement | undefined, original: Item): XmlElement {
  const body = original.values.get('Body');
  const isHtml = { new: newContent?.attributes['BodyType'] === 'HTML', original: body?.attributes['BodyType'] === 'HTML' };
  const header = quoteHeader(original);
  if (!isHtml.new && !isHtml.original) {
    const lines = ['', '', '________________________________', ...header.map(([name, value]) => `${name}: ${value}`), '', body?.text ?? ''];
    return t('Body', `${newContent?.text ?? ''}${lines.join('\r\n')}`, { BodyType: 'Text' });
  }
  const front = isHtml.new ? htmlContent(newContent?.text ?? '') : `<div>${textToHtmlContent(newContent?.text ?? '')}</div>`;
  const quoted = isHtml.original ? htmlContent(body?.text ?? '') : `<div>${textToHtmlContent(body?.text ?? '')}</div>`;
  const lines = header.map(([name, value]) => `<b>${name}:</b> ${textToHtmlContent(value)}<br>`).join('\r\n');
  return t('Body', `<html><body>\r\n${front}\r\n<hr tabindex="-1">\r\n<div>${lines}</div>\r\n<br>\r\n${quoted}\r\n</body></html>`, { BodyType: 'HTML' });
}
