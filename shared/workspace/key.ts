/** Names that Windows keeps for devices; a file of such a name cannot be checked out there. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The file name, without ending, for what a person called something: lower case, letters and digits of any script, `-` between words. */
export function keyOf(name: string): string {
  const key = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  if (key === '') return 'unnamed';
  return reserved.test(key) ? `${key}-1` : key;
}

/** The key of a name that none of `taken` has; numbered from 2 where needed. Case does not distinguish files everywhere. */
export function uniqueKey(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  const base = keyOf(name);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Whether a key from outside names a file below its folder: words divided by `/`, none of them hidden or going up. */
export function isKey(key: string): boolean {
  return key.length <= 400 && key.split('/').every((word) => word !== '' && !word.startsWith('.') && !/[\\:*?"<>|\p{Control}]/u.test(word));
}
