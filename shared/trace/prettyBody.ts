import { prettyXml } from './prettyXml.ts';

const isForm = (body: string): boolean => /^[\w.-]+=[^<{\s]*(?:&|$)/.test(body);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

/** A body to read: XML and JSON indented, the fields of a form one per line. What is none of them comes back as it is. */
export function prettyBody(body: string): string {
  if (/^\s*[[{]/.test(body)) {
    try {
      return JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      return body;
    }
  }
  return isForm(body) ? body.split('&').map(decoded).join('\n') : prettyXml(body);
}
