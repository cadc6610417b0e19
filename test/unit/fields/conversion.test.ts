import { describe, expect, test } from 'vitest';
import { pastedAddresses } from '../../../shared/fields/addressList.ts';
import { conversion } from '../../../shared/fields/conversion.ts';
import { addresses, boolean, integer, itemId, number, text, type Field, type FieldKind } from '../../../shared/fields/field.ts';
import { splitList } from '../../../shared/fields/value.ts';

const about = { label: 'Value', help: 'For a test.' };

describe('the conversion of a published value', () => {
  test.each<[FieldKind, Field, RegExp | undefined]>([
    ['text', text(about), undefined],
    ['integer', number(about), undefined],
    ['integer', text(about), undefined],
    ['dateTime', text(about), /ISO 8601/],
    ['boolean', text(about), /True or False/],
    ['text', integer(about), /whole number/],
    ['dateTime', boolean(about), /True or False/],
    ['text', addresses(about), /e-mail addresses/],
    ['addresses', addresses(about), undefined],
    ['boolean', itemId(about), /An ID is expected/],
  ])('%s', (from, to, expected) => {
    const note = conversion(from, to);
    if (expected === undefined) expect(note).toBeUndefined();
    else expect(note).toMatch(expected);
  });
});

describe('addresses from the clipboard', () => {
  test.each([
    ['Ana Sol <ana@contoso.com>; Li Wei <li@contoso.com>', ['Ana Sol <ana@contoso.com>', 'Li Wei <li@contoso.com>']],
    ['Sol, Ana <ana@contoso.com>; Wei, Li <li@contoso.com>;', ['"Sol, Ana" <ana@contoso.com>', '"Wei, Li" <li@contoso.com>']],
    ['<ana@contoso.com>', ['ana@contoso.com']],
    ['Ana <ana@contoso.com>\nli@contoso.com', ['Ana <ana@contoso.com>', 'li@contoso.com']],
    ['ana@contoso.com li@contoso.com', ['ana@contoso.com', 'li@contoso.com']],
  ])('%s', (pasted, entries) => expect(splitList(pastedAddresses(pasted) ?? '')).toEqual(entries));
  test.each(['Hello', 'ana@contoso.com', 'see <this>', ''])('leaves %j as it is', (text) => expect(pastedAddresses(text)).toBeUndefined());
});
