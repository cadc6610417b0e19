import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepWindowState, takeFirstLook } from '../../../electron/windows/firstLook.ts';
import { fileForPath, mimeOf } from '../../../electron/windows/pageFiles.ts';
import { placeOnScreens } from '../../../electron/windows/windowState.ts';

describe('the files of the window', () => {
  test.each([
    ['/', '/app/page/index.html'],
    ['/index.html', '/app/page/index.html'],
    ['/assets/a%20b.js', '/app/page/assets/a b.js'],
  ])('%s is %s', (path, file) => {
    expect(fileForPath('/app/page', path)).toBe(file);
  });

  test.each(['/../main.cjs', '/%2e%2e/main.cjs', '/..%2fmain.cjs', '/a/../../main.cjs', '/%00', '/..%5cmain.cjs', '/%'])('%s leads nowhere', (path) => {
    expect(fileForPath('/app/page', path)).toBeUndefined();
  });

  test('unknown endings are not run', () => {
    expect(mimeOf('a.js')).toContain('javascript');
    expect(mimeOf('a.exe')).toBe('application/octet-stream');
  });
});

describe('where the window appears', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('as it was left', () => {
    const left = { at: { x: 100, y: 50 }, width: 1300, height: 800, maximized: false };
    expect(placeOnScreens(left, [screen])).toEqual(left);
  });

  test('placed by the system when its screen is gone, and never too small', () => {
    expect(placeOnScreens({ at: { x: 3000, y: 50 }, width: 300, height: 200, maximized: true }, [screen])).toEqual({
      width: 1024,
      height: 640,
      maximized: true,
    });
  });
});

describe('what the window looks like before the app behind it is there', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'first-look-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  const unknown = { colorMode: 'system', textSize: 100, state: { width: 1440, height: 900, maximized: false } };

  test('is what settings and window say', async () => {
    await write('settings.json', JSON.stringify({ colorMode: 'dark', textSize: 120, other: 1 }));
    await write('window.json', JSON.stringify({ at: { x: 5, y: 6 }, width: 1300, height: 800, maximized: true }));
    expect(await takeFirstLook(folder)).toEqual({ colorMode: 'dark', textSize: 120, state: { at: { x: 5, y: 6 }, width: 1300, height: 800, maximized: true } });
  });

  test('remembers how the window was left', async () => {
    const state = { at: { x: 5, y: 6 }, width: 1300, height: 800, maximized: true };
    keepWindowState(folder, state);
    expect(await takeFirstLook(folder)).toEqual({ ...unknown, state });
  });

  test('is the default where there are no files', async () => {
    expect(await takeFirstLook(folder)).toEqual(unknown);
  });

  test.each(['{', '[]', 'null', '{"colorMode":"toString","textSize":9000,"width":"wide","height":1,"maximized":false}'])('is the default for %s', async (text) => {
    await write('settings.json', text);
    await write('window.json', text);
    expect(await takeFirstLook(folder)).toEqual(unknown);
  });
});
