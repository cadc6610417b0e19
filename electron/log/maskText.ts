const masked = '••••••• (masked)';

/** Shapes in which a secret could reach a message: sign-in headers, form fields and JSON values. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\b(Basic|Bearer|NTLM|Negotiate)\s+[A-Za-z0-9+/=._~-]{6,}/gi, `$1 ${masked}`],
  [/((?:password|passwd|pwd|secret|client_secret|refresh_token|access_token|id_token|assertion)\\?["']?\s*[:=]\s*\\?["']?)[^\s"'&,;\\]+/gi, `$1${masked}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"]+:)[^\s/@"]+@/gi, `$1${masked}@`],
];

/** Hides what looks like a secret. The last line of defence: secrets do not belong in messages in the first place. */
export function maskText(text: string): string {
  return shapes.reduce((result, [shape, replacement]) => result.replace(shape, replacement), text);
}
