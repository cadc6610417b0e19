import { expect, it } from 'vitest';
import { sizeText, spanText } from '../../../shared/text/measures.ts';

it.each([
  [0, '0 ms'],
  [84.4, '84 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1249, '1.2 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 00 s'],
  [119_600, '2 min 00 s'],
  [185_000, '3 min 05 s'],
  [3_725_000, '62 min 05 s'],
])('%d milliseconds are %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [2150, '2.1 KB'],
  [1_048_570, '1.0 MB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
