import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { environmentOf, variableText } from '../../../shared/globals/variableText.ts';

const environment = environmentOf({ USERNAME: 'svc-runbook', Path: '/usr/bin' });
// Sunday, 2026-11-22 23:30:05.250 in UTC: already Monday in Berlin.
const now = Date.UTC(2026, 10, 22, 23, 30, 5, 250);
const text = (value: string): string => variableText(value, { now, environment });

beforeEach(() => void vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['NOW()', '2026-11-23T00:30:05.250+01:00'],
  ['now( )', '2026-11-23T00:30:05.250+01:00'],
  ['NOW(day)', '23'],
  ['NOW(dayofweek)', 'Monday'],
  ['NOW(dayofyear)', '327'],
  ['NOW(month)', '11'],
  ['NOW(year)', '2026'],
  ['NOW(hour)', '0'],
  ['NOW(minute)', '30'],
  ['NOW(second)', '5'],
  ['NOW(millisecond)', '250'],
  ['NOW(decade)', 'NOW(decade)'],
  ['It is NOW()', 'It is NOW()'],
])('%s stands for %s', (value, expected) => {
  expect(text(value)).toBe(expected);
});

test.each([
  ['%USERNAME%', 'svc-runbook'],
  ['%username%@contoso.com', 'svc-runbook@contoso.com'],
  ['%PATH%;%UserName%', '/usr/bin;svc-runbook'],
  ['%NOSUCH%', '%NOSUCH%'],
  ['50% of 20%', '50% of 20%'],
  ['100 %', '100 %'],
])('%s stands for %s in this environment', (value, expected) => {
  expect(text(value)).toBe(expected);
});
