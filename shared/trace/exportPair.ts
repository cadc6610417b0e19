import type { Placeholders } from './placeholders.ts';
import type { TraceMessage, TraceRecord } from './record.ts';
import { soapeBlocks } from './soapeFile.ts';

const message = (one: TraceMessage, placeholders: Placeholders): TraceMessage => ({
  ...one,
  headers: one.headers.map(([name, value]) => [name, placeholders.addresses(value)]),
  body: placeholders.document(one.body),
});

/** A pair as an export holds it: as it was recorded, or with placeholders for what the mailbox holds. */
export function exportedRecord(record: TraceRecord, placeholders: Placeholders | undefined): TraceRecord {
  if (placeholders === undefined) return record;
  const response = record.response === undefined ? {} : { response: message(record.response, placeholders) };
  const { url, request } = record;
  return { ...record, url: placeholders.addresses(url), request: message(request, placeholders), ...response };
}

/** Such a pair in the format of SOAPe. */
export const exportedPair = (record: TraceRecord, placeholders: Placeholders | undefined): string => soapeBlocks(exportedRecord(record, placeholders), { precise: true });
