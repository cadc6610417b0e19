import type { Studio } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';

const watched = ['contextIsolation', 'nodeIntegration', 'sandbox', 'webSecurity', 'webviewTag'];

const preferences = (studio: Studio): Promise<Record<string, unknown>> =>
  studio.app.evaluate(({ BrowserWindow }, names) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('there is no window');
    // Electron has this for its own tests and leaves it out of the declarations.
    const all: unknown = Reflect.apply(Reflect.get(window.webContents, 'getLastWebPreferences'), window.webContents, []);
    return Object.fromEntries(names.map((name) => [name, Reflect.get(Object(all), name) ?? false]));
  }, watched);

test.describe('the window', () => {
  test('opens under its name, on its own scheme, with its regions', async ({ studio }) => {
    await expect(studio.window).toHaveTitle(/Exchange Runbook Studio/);
    expect(studio.window.url()).toMatch(/^app:\/\/studio\/index\.html/);
    await expect(studio.window.getByRole('region', { name: 'Editor' }).or(studio.window.getByRole('main', { name: 'Editor' }))).toBeVisible();
    await expect(studio.window.getByRole('contentinfo', { name: 'Status bar' }).or(studio.window.getByRole('region', { name: 'Status bar' }))).toBeVisible();
  });

  test('is shown although its page asks for nothing, as one whose script fails', async ({ launch }) => {
    const page = `<html data-ready="true"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Silent</title></html>`;
    const silent = await launch({ env: { ELECTRON_RENDERER_URL: `data:text/html,${encodeURIComponent(page)}` } });
    await expect.poll(() => silent.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
  });

  test('finds the styles of its first screen in its page and adds none', async ({ studio }) => {
    const sheets = await studio.window.evaluate(() =>
      [...document.querySelectorAll<HTMLStyleElement>('style[data-emotion]')].map(({ textContent, sheet }) => ({ carried: textContent !== '', rules: [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText) })),
    );
    expect(sheets.filter(({ carried }) => carried).flatMap(({ rules }) => rules).length).toBeGreaterThan(100);
    expect(sheets.filter(({ carried }) => !carried).flatMap(({ rules }) => rules)).toEqual([]);
  });

  test('is isolated, sandboxed and without Node', async ({ studio }) => {
    expect(await preferences(studio)).toEqual({ contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true, webviewTag: false });
    const globals = await studio.window.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => Object.hasOwn(globalThis, name)));
    expect(globals).toEqual([]);
  });

  test('runs under a policy that lets no other script and no other host in', async ({ studio }) => {
    const answer = await studio.window.evaluate(async () => {
      const blocked = new Set<string>();
      const bothBlocked = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          blocked.add(event.effectiveDirective);
          if (blocked.size === 2) resolve();
        });
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
      const fetched = await fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      );
      await bothBlocked;
      return { fetched, inlineRan: Object.hasOwn(globalThis, 'inlineRan'), blocked: [...blocked].sort() };
    });
    expect(answer).toEqual({ fetched: 'refused', inlineRan: false, blocked: ['connect-src', 'script-src-elem'] });
    studio.forgive(/Content Security Policy/);
  });

  test('opens no second window and goes nowhere else', async ({ studio }) => {
    const before = studio.window.url();
    const opened = await studio.window.evaluate(() => window.open('https://example.com/') === null);
    expect(opened).toBe(true);
    await studio.window.evaluate(() => {
      location.href = 'https://example.com/';
    });
    // Answered only when the page before it is still there.
    expect(await studio.window.evaluate(() => document.documentElement.dataset['ready'])).toBe('true');
    expect(studio.window.url()).toBe(before);
    expect(studio.app.windows()).toHaveLength(1);
  });

  test('is given no permission', async ({ studio }) => {
    const states = await studio.window.evaluate(async () => {
      const geolocation = await new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('refused')));
      return { geolocation, notification: await Notification.requestPermission() };
    });
    expect(states).toEqual({ geolocation: 'refused', notification: 'denied' });
  });
});
