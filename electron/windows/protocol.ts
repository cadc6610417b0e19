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

const headers = { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' };

/** So long nothing more is asked for, in milliseconds, when a page has all that it names itself. */
const pause = 10;

/** Chromium's own for a file that is not there. */
const fileNotFound = -6;

/**
 * Serves the window's files from a folder, and nothing outside it. Electron reads them itself, off this thread: `protocol.handle`,
 * which is newer, would first load a whole HTTP client for its requests and answers (a tenth of a second before the first byte)
 * and then pass every byte through this thread. Answers when the page has what it starts with: its script was asked for, and
 * nothing more.
 */
export function serveWindowFiles(folder: string): Promise<void> {
  return new Promise((served) => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    protocol.registerFileProtocol('app', (request, answer) => {
      if (settling !== undefined || request.url.endsWith('.js')) {
        clearTimeout(settling);
        settling = setTimeout(served, pause);
      }
      const url = new URL(request.url);
      const path = url.host === 'studio' && request.method === 'GET' ? fileForPath(folder, url.pathname) : undefined;
      if (path === undefined) return answer({ error: fileNotFound });
      answer({ path, mimeType: mimeOf(path), headers: { ...headers, 'Content-Type': mimeOf(path) } });
    });
  });
}
