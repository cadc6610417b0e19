import { folderIdXml, itemRefOf, type FolderRef } from '../ids.ts';
import { operation } from '../operation.ts';
import { pageOf } from '../page.ts';
import { child, childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** A window of a calendar. Times are ISO 8601 in UTC. */
export interface CalendarQuery {
  readonly folder: FolderRef;
  readonly from: string;
  readonly to: string;
  readonly maximum?: number | undefined;
}

/** An appointment as a search tells it. */
export interface FoundAppointment {
  readonly id: string;
  /** ISO 8601, as the server wrote it. */
  readonly start: string | undefined;
}

/** What a calendar shows of a window; `complete` where nothing was cut off. */
export interface CalendarPage {
  readonly entries: readonly FoundAppointment[];
  readonly complete: boolean;
}

/**
 * Lists single appointments and occurrences of series. Neither filters nor an order may come with a calendar view.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/calendarview
 */
export const findInCalendar = operation<CalendarQuery, CalendarPage>({
  name: 'FindItem',
  safety: 'read',
  payload: ({ folder, from, to, maximum }) =>
    element('m:FindItem', { Traversal: 'Shallow' }, [
      element('m:ItemShape', {}, [
        element('t:BaseShape', {}, ['IdOnly']),
        element('t:AdditionalProperties', {}, [element('t:FieldURI', { FieldURI: 'calendar:Start' })]),
      ]),
      element('m:CalendarView', { MaxEntriesReturned: maximum === undefined ? undefined : String(maximum), StartDate: from, EndDate: to }),
      element('m:ParentFolderIds', {}, [folderIdXml(folder)]),
    ]),
  parse: (message) => {
    const { entries, isLast } = pageOf(message, 'Items', (item) => ({ id: itemRefOf(child(item, 'ItemId'), 'FindItem').id, start: childText(item, 'Start') }));
    return { entries, complete: isLast };
  },
});
