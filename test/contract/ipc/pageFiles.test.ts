import { describe, expect, test } from 'vitest';
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
