/** Hosts of documentation and sign-in pages; nothing else is opened from the app. */
const hosts = ['learn.microsoft.com', 'entra.microsoft.com', 'portal.azure.com', 'login.microsoftonline.com', 'microsoft.com'];

/** Whether the app may open the address in the system's browser. */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.port === '' && hosts.includes(url.hostname);
}
