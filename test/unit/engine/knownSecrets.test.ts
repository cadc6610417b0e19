import { expect, test } from 'vitest';
import { KnownSecrets, secretMark } from '../../../shared/engine/knownSecrets.ts';

function knowing(...texts: readonly string[]): KnownSecrets {
  const secrets = new KnownSecrets();
  for (const text of texts) secrets.add(text);
  return secrets;
}

test.each([
  ['as it is', 'P&ss<w"rd', 'key P&ss<w"rd here'],
  ['in the text of an element', 'P&ss<w"rd', '<a>P&amp;ss&lt;w"rd</a>'],
  ['in an attribute', 'P&ss<w"rd', '<a b="P&amp;ss&lt;w&quot;rd"/>'],
  ['in JSON', 'back\\slash"quote', JSON.stringify({ a: 'back\\slash"quote' })],
  ['line by line', 'first line\nsecond line', 'first line\r\nsecond line'],
])('finds a secret %s', (_where, secret, text) => {
  const secrets = knowing(secret);
  expect(secrets.isIn(text)).toBe(true);
  expect(secrets.mask(text)).toContain(secretMark);
  for (const line of secret.split('\n')) expect(secrets.mask(text)).not.toContain(line);
});

test('a secret that holds another one leaves nothing of itself', () => {
  expect(knowing('Sesame', 'Sesame-2026').mask('open Sesame-2026 or Sesame')).toBe(`open ${secretMark} or ${secretMark}`);
});

test('a short secret is not searched for, so that texts stay readable', () => {
  expect(knowing('42').mask('42 items at 10:42')).toBe('42 items at 10:42');
});

test('names of an event stay what they are, and everything else is hidden', () => {
  const event = { type: 'message', activity: 'sesame', text: 'sesame', details: [{ value: 'a sesame b' }], count: 3 };
  expect(knowing('sesame').masked(event)).toEqual({ type: 'message', activity: 'sesame', text: secretMark, details: [{ value: `a ${secretMark} b` }], count: 3 });
});
