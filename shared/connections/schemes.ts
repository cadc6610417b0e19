/** How a password may be used on-premises; Automatic takes the safest method that the server offers. */
export const passwordMethods = ['Automatic', 'NTLM', 'Basic'] as const;
export type PasswordMethod = (typeof passwordMethods)[number];

/** A method that needs a password. */
export type PasswordScheme = Exclude<PasswordMethod, 'Automatic'>;

/** The schemes of all WWW-Authenticate lines; several can stand in one line. */
export function offeredSchemes(lines: readonly string[]): string[] {
  const names = lines.flatMap((line) => [...line.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s|,|$)(?!\s*=)/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)];
}

/**
 * The method to sign in with, or undefined where the server offers none that may be used. NTLM comes first because it never sends the password;
 * a person who wants Basic, the pack's only method, chooses it.
 */
export function chosenScheme(method: PasswordMethod, offered: readonly string[], encrypted: boolean): PasswordScheme | undefined {
  const offers = (scheme: PasswordScheme): boolean => offered.some((name) => name.toLowerCase() === scheme.toLowerCase());
  const wanted = method === 'Automatic' ? (['NTLM', 'Basic'] as const) : [method];
  return wanted.find((scheme) => offers(scheme) && (scheme !== 'Basic' || encrypted || method !== 'Automatic' || !offers('NTLM')));
}
