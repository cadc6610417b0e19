import fc from 'fast-check';
import type { Field, FieldValue } from '../../../shared/fields/field.ts';
import { recurrencePatterns } from '../../../shared/items/recurrence.ts';
import { anyCharacter } from '../../fixtures/anyCharacter.ts';

export const hostile = 'x</t:Subject> & <t:Importance>High</t:Importance> ]]> "quoted"\u0000\uD800 🎉\r\n\tend';

/** A value of each kind of field that is as awkward as the kind allows. */
export function awkward(field: Field): FieldValue {
  switch (field.kind) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 7;
    case 'dateTime':
      return field.day === true ? '2027-03-28' : '2027-03-28T07:00:00.500Z';
    case 'choice':
      return field.options[0] ?? '';
    case 'addresses':
      return ['ann@contoso.test', 'Bob "B" & <b> <bob@contoso.test>'];
    case 'list':
      return [hostile, 'second, entry'];
    case 'files':
      return ['a.txt'];
    default:
      // The one property that the schema wants to be an address of the web.
      return field.uri === 'contacts:BusinessHomePage' ? 'https://contoso.test/?a=1&b=2' : hostile;
  }
}

/** Values that have to stand beside a field's own for it to mean anything. */
export function company(key: string, field: Field): Record<string, FieldValue> {
  const series = { start: '2027-03-28T07:00:00Z', startDate: '2027-03-28', recurrence: 'Daily' };
  if (key.endsWith('DisplayName') && field.index !== undefined) return { [key.replace('DisplayName', '')]: 'ada@contoso.test' };
  if (!(field.uri ?? '').endsWith(':Recurrence')) return {};
  return key === 'recursOnTheseDays' ? { ...series, recurrence: 'Weekly', [key]: 'Monday' } : series;
}

const allowed = fc.string({ unit: anyCharacter }).filter((text) => !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text));
const filled = allowed.filter((text) => text.trim() !== '');
const days = fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') });

/** Any value of a field that Exchange can keep. */
export function anyValue(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.kind) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'dateTime':
      return days.map((date) => (field.day === true ? date.toISOString().slice(0, 10) : date.toISOString().replace(/\.\d{3}Z/, 'Z')));
    case 'integer':
    case 'number':
      return fc.integer();
    case 'list':
      return fc.array(filled, { minLength: 1 });
    case 'addresses':
      return fc.array(fc.emailAddress(), { minLength: 1 });
    default:
      return field.index === undefined ? allowed : filled;
  }
}

/** Series of every pattern and end. */
export const series: readonly Record<string, FieldValue>[] = recurrencePatterns.flatMap((recurrence) => {
  const days = recurrence === 'Weekly' ? { recursOnTheseDays: 'sat, Sunday' } : recurrence.includes('week') ? { recursOnTheseDays: 'Last Weekday' } : {};
  const interval = recurrence.endsWith('year') ? {} : { recurrenceInterval: 2 };
  return [{}, { numberOfOccurrences: 3 }, { recurrenceEnds: '2029-01-01' }].map((end) => ({ recurrence, ...days, ...interval, ...end }));
});
