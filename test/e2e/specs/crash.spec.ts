import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';

test('what was unsaved when the app was killed is offered back', async ({ launch }) => {
  const first = await launch();
  await new WelcomePage(first.window).openDemo();
  const designer = new DesignerPage(first.window);
  await designer.card('Reply to sender').click();
  await first.menu('runbook.toggleDisabled');
  await expect(designer.card('Reply to sender')).toHaveAccessibleName(/disabled/i);
  const kept = (): Promise<number> => readdir(join(first.userData, 'drafts'), { recursive: true }).then((names) => names.filter((name) => name.endsWith('.json')).length, () => 0);
  await expect.poll(kept).toBe(1);
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;

  // What was open opens again by itself.
  const second = await launch();
  const offer = second.window.getByRole('alert').filter({ hasText: 'The app ended before 1 runbook was saved.' });
  await offer.getByRole('button', { name: 'Restore the changes' }).click();
  await expect(offer).toBeHidden();
  const again = new DesignerPage(second.window);
  await expect(again.card('Reply to sender')).toHaveAccessibleName(/disabled/i);
  await expect(second.window.getByRole('tab', { name: /unsaved changes/ })).toBeVisible();
  await second.menu('file.save');
  await expect.poll(kept).toBe(0);
});
