import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CommandId } from '../../../shared/commands/commands.ts';
import { root } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { visitScreens } from '../screens/screens.ts';
import { pictureModes, pictureName, pictureSizes, type PictureMode } from '../screens/screensPage.ts';

const folder = join(root, 'docs/pictures');
const commands: Readonly<Record<PictureMode, CommandId>> = { light: 'view.light', dark: 'view.dark', 'high-contrast': 'view.highContrast' };

for (const mode of pictureModes) {
  for (const { width, height, suffix } of pictureSizes) {
    test(`every screen in ${mode} colors, ${width} x ${height}`, async ({ studio }) => {
      await mkdir(folder, { recursive: true });
      await studio.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const);
      await expect.poll(() => studio.window.evaluate(() => innerWidth)).toBe(width);
      await studio.menu(commands[mode]);
      await visitScreens(studio, async ({ name }) => {
        const picture = await studio.window.screenshot({ animations: 'disabled' });
        // A palette makes it a quarter as large; hardly a difference can be seen.
        await sharp(picture).png({ palette: true, quality: 80, dither: 0, compressionLevel: 9, effort: 8 }).toFile(join(folder, pictureName(name, mode, suffix)));
      });
    });
  }
}
