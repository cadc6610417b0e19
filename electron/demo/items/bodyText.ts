const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** A character of HTML by its reference. */
function entityText(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }
  return entities[name.toLowerCase()] ?? whole;
}

/** HTML as plain text: paragraphs and breaks become line ends, tags go, references become characters. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^>]*>[^]*?<\/\1\s*>/gi, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>/gi, '\r\n')
    .replace(/<hr\b[^>]*>/gi, '________________________________\r\n')
    .replace(/<\/(p|div|tr|li|h[1-6]|blockquote)\s*>\s*/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entityText)
    .replace(/[ \t]+\r\n/g, '\r\n')
    .trim();
}

/** Text as HTML content, line by line. */
export function textToHtmlContent(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return escaped.replace(/\r\n|\r|\n/g, '<br>\r\n');
}

/** Plain text as an HTML document. */
export function textToHtml(text: string): string {
  return `<html><body>\r\n<div>${textToHtmlContent(text)}</div>\r\n</body></html>`;
}

/** What stands between the body tags, or everything where there are none. */
export function htmlContent(html: string): string {
  return /<body\b[^>]*>([^]*)<\/body\s*>/i.exec(html)?.[1] ?? html.replace(/<\/?(html|body)\b[^>]*>/gi, '');
}
