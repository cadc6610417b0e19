import type { XmlElement } from '../xml/element.ts';

/** Most items in one answer, without and with a filter (Microsoft Learn: paged searches in EWS). */
const ceilings = { plain: 1000, filtered: 250 };

/** A part of a list, with the attributes that tell where it lies. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly attributes: Readonly<Record<string, string>>;
}

function entriesWanted(view: XmlElement | undefined, filtered: boolean): number {
  const ceiling = filtered ? ceilings.filtered : ceilings.plain;
  const asked = Number(view?.attributes['MaxEntriesReturned'] ?? ceiling);
  return Math.min(Number.isFinite(asked) ? asked : ceiling, ceiling);
}

/** The part of a list that an IndexedPageItemView or FractionalPageItemView asks for. Counting from the end, offsets count from there too. */
export function pageOf<T>(all: readonly T[], view: XmlElement | undefined, filtered: boolean): Page<T> {
  const most = entriesWanted(view, filtered);
  const total = all.length;
  if (view?.attributes['BasePoint'] === 'End') {
    const end = Math.max(0, total - Number(view.attributes['Offset'] ?? 0));
    const start = Math.max(0, end - most);
    return { entries: all.slice(start, end), attributes: paging(total - start, start === 0, total) };
  }
  const fraction = Number(view?.attributes['Numerator'] ?? 0) / Number(view?.attributes['Denominator'] ?? 1);
  const start = Math.min(total, view?.name.startsWith('Fractional') === true ? Math.floor(total * fraction) : Number(view?.attributes['Offset'] ?? 0));
  const end = Math.min(total, start + most);
  return { entries: all.slice(start, end), attributes: paging(end, end === total, total) };
}

function paging(next: number, last: boolean, total: number): Page<unknown>['attributes'] {
  return { IndexedPagingOffset: String(next), TotalItemsInView: String(total), IncludesLastItemInRange: String(last) };
}
