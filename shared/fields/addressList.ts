import { smtpAddress } from './value.ts';

/** A person in text that Outlook or a directory puts on the clipboard: a name of any form, then the address in angle brackets. */
const person = /\s*("[^"]*"|[^<>;\r\n\t]*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*[;,]?/y;

/** A name as it may stand in front of an address: in quotes where it holds a separator, as `Last, First` does. */
const shownName = (name: string): string => (name.startsWith('"') || !/[,;]/.test(name) ? name : `"${name}"`);

/**
 * Addresses pasted from Outlook (`Li, Ana <ana@contoso.com>; Sam <sam@contoso.com>`) as the list that a field holds.
 * Undefined where the text is no such list, so that it is pasted as it is.
 */
export function pastedAddresses(text: string): string | undefined {
  const entries: string[] = [];
  const trimmed = text.trim();
  let at = 0;
  while (at < trimmed.length) {
    person.lastIndex = at;
    const match = person.exec(trimmed);
    if (match === null) {
      const rest = trimmed.slice(at).split(/[;,\s]+/).filter((entry) => entry !== '');
      if (entries.length + rest.length < 2 || rest.some((entry) => smtpAddress(entry) === undefined)) return undefined;
      entries.push(...rest);
      break;
    }
    const [, name = '', address = ''] = match;
    entries.push(name.trim() === '' ? address : `${shownName(name.trim())} <${address}>`);
    at = person.lastIndex;
  }
  return entries.length === 0 ? undefined : entries.join('; ');
}
