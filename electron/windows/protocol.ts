import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { fileForPath, mimeOf } from './pageFiles.ts';

/** The app's own origin: no file: page, no server, and one name that IPC can check. */
export const appOrigin = 'app://studio';

/** Nothing but the app's own files: no remote content, no inline script, no plug-in, no frame. Styles are inline because the theme makes them. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: gives the scheme an origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the window's files from a folder, and nothing outside it. */
export function serveWindowFiles(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'studio' && request.method === 'GET' ? fileForPath(folder, url.pathname) : undefined;
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (file === undefined || bytes === undefined) return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': mimeOf(file),
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      },
    });
  });
}
