import { countText } from '../engine/logLine.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A text as it stands in a page. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

const cells = (tag: 'td' | 'th', values: readonly string[]): string => `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('')}</tr>`;
/** A table with a line of headings. */
export const table = (names: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="scroll"><table><thead>${cells('th', names)}</thead><tbody>${rows.map((row) => cells('td', row)).join('\n')}</tbody></table></div>`;
/** Says how many were left out. */
export const more = (all: number, shown: number, noun: string): string =>
  all <= shown ? '' : `<p>${escaped(`${countText(all - shown, `more ${noun}`)} left out here. The export as JSON lines holds all of them.`)}</p>`;
