/** What everything that is hidden begins with. Its length says nothing about the value. */
export const maskMark = '•••••••';

/** What stands in place of a secret. Nothing of the secret is kept, so it cannot be shown again. */
export const masked = `${maskMark} (masked)`;

const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);

/** Headers with the values of secret ones hidden. The scheme of a sign-in stays, because it explains failures. */
export function maskHeaders(headers: readonly (readonly [string, string])[], secrets: readonly string[] = []): [string, string][] {
  return headers.map(([name, value]) => {
    if (!secretHeaders.has(name.toLowerCase())) return [name, maskLiterals(value, secrets)];
    const scheme = /^(Basic|Bearer|NTLM|Negotiate)\s/i.exec(value)?.[1];
    return [name, scheme === undefined ? masked : `${scheme} ${masked}`];
  });
}

const secretNames = 'password|passwd|client_secret|client_assertion|assertion|access_token|refresh_token|id_token|code|code_verifier|device_code';
// Names in XML and JSON leave `code` out: it is an everyday word there, and OAuth sends it in forms only.
const namesInDocuments = 'password|passwd|client_secret|client_assertion|assertion|access_token|refresh_token|id_token|code_verifier|device_code';

const inElement = new RegExp(`(<(?:[\\w.-]+:)?(?:${namesInDocuments})(?:\\s[^<>]*)?>)[^<]*(</)`, 'gi');
const inJson = new RegExp(`("(?:${namesInDocuments})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi');
/** A part of each of those names: most documents hold none, and one look for it is cheaper than two replacements. */
const mention = /passw|client_secret|assertion|_token|code_verifier|device_code/i;

const inForm = new RegExp(`((?:^|&)(?:${secretNames})=)[^&\\s]*`, 'gi');

/** A secret shorter than this is not searched for in texts: masking every "test" would destroy the trace and betray the secret. */
const shortestLiteral = 6;

function maskLiterals(text: string, secrets: readonly string[]): string {
  return secrets.reduce((result, secret) => (secret.length < shortestLiteral ? result : result.split(secret).join(masked)), text);
}

/** A document with the values of secret elements, members and form fields hidden, and the given secrets wherever they stand. */
export function maskBody(body: string, secrets: readonly string[] = []): string {
  const isForm = /^[\w.-]+=[^<{\s]*$/.test(body);
  const inDocument = (): string => (mention.test(body) ? body.replace(inElement, `$1${masked}$2`).replace(inJson, `$1"${masked}"`) : body);
  const known = isForm ? body.replace(inForm, `$1${masked}`) : inDocument();
  return maskLiterals(known, secrets);
}
