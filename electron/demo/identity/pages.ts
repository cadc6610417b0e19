const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** The page on which somebody of the demo is chosen. There is no password to type: it is a demo. */
export function signInPage(title: string, links: readonly { readonly name: string; readonly href: string }[]): string {
  const entries = links.map(({ name, href }) => `<li><a href="${escaped(href)}">${escaped(name)}</a></li>`).join('');
  return `<!doctype html><html lang="en"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><ul>${entries}</ul></html>`;
}

/** The page that a browser sends on to the redirect address by itself (OAuth 2.0 Form Post Response Mode). */
export function formPostPage(action: string, fields: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
  return `<!doctype html><html lang="en"><title>Signing in</title><form method="post" action="${escaped(action)}">${inputs.join('')}\
<noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script></html>`;
}
