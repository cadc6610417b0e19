import { sampleList } from '../../../shared/demo/samples.ts';
import { expect, test } from '../fixtures/test.ts';
import { TesterPage } from '../pages/testerPage.ts';

for (const { title } of sampleList) {
  test(`the sample "${title}" runs from the first page to its end`, async ({ studio }) => {
    const { window } = studio;
    const tester = new TesterPage(window);
    await window.getByRole('button', { name: new RegExp(`^${title}`) }).click();
    await expect(window.getByRole('group', { name: /starts the runbook/ })).toBeVisible();
    await expect(window.getByRole('contentinfo', { name: 'Status bar' })).toContainText('0 problems');
    await window.keyboard.press('F5');
    // A runbook without parameters asks nothing and starts at once.
    const start = window.getByRole('dialog', { name: 'Start test' }).getByRole('button', { name: 'Start test', exact: true });
    const started = tester.panel.getByRole('treegrid', { name: 'Executions' });
    await expect(start.or(started)).toBeVisible();
    if (await start.isVisible()) await start.click();
    await tester.finished();
    await expect(tester.result).toHaveText(/all successful/);
    await studio.picture(`sample-${title.toLowerCase().replaceAll(' ', '-')}`);
  });
}
