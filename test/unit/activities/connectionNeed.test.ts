import { expect, test } from 'vitest';
import { connectionFits, missingType } from '../../../shared/activities/connectionNeed.ts';
import { connectionTypes } from '../../../shared/connections/connection.ts';

const [basic, item] = connectionTypes;

test.each([
  ['basic', basic, true],
  ['basic', item, false],
  ['itemActivity', basic, false],
  ['itemActivity', item, true],
  ['either', basic, true],
  ['either', item, true],
  ['none', basic, false],
] as const)('an activity that needs %s is served by %s: %s', (need, type, fits) => {
  expect(connectionFits(need, { type })).toBe(fits);
});

test('names the type that is missing', () => {
  expect(missingType('itemActivity', { type: basic })).toBe(item);
  expect(missingType('either', { type: basic })).toBeUndefined();
});
