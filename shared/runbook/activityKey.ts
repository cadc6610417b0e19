/** Words that cannot be keys because references use them for something else. */
const reserved = new Set(['variables']);

/** The key for a name: lower case, words joined by hyphens, for example `find-unread-mail`. */
export function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return joined === '' ? 'activity' : joined;
}

/** A key for a name that is not taken yet: `reply`, `reply-2`, `reply-3`. */
export function uniqueKey(name: string, taken: readonly string[]): string {
  const base = slug(name);
  const used = new Set([...taken, ...reserved]);
  let key = base;
  for (let count = 2; used.has(key); count += 1) key = `${base}-${count}`;
  return key;
}

/** A name that no other activity has: `Get Item`, `Get Item 2`. */
export function uniqueName(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count += 1) candidate = `${name} ${count}`;
  return candidate;
}
