import { join } from 'node:path';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { openInvoking } from '../fixtures/invokingWorkspace.ts';
import { expect, test } from '../fixtures/test.ts';

test('steps over an invocation, into the next one, changes a value there, and steps out with it', async ({ studio, scratch }) => {
  const { window } = studio;
  const { keyboard } = window;
  const tester = new TesterPage(window);
  const designer = new DesignerPage(window);
  const tab = (name: string) => window.getByRole('tab', { name, exact: true });
  await openInvoking(studio, join(scratch, 'workspace'), 'Triage');

  await keyboard.press('F10');
  await expect(tester.pause).toContainText('Paused before Greet Ana');
  await keyboard.press('F10');
  await expect(tester.pause).toContainText('Paused before Greet Ben');
  await keyboard.press('F11');
  await expect(tab('Greet')).toHaveAttribute('aria-selected', 'true');
  await expect(tester.pause).toContainText('Paused before Take');
  await expect(window.getByRole('group', { name: 'Invoked run' })).toContainText('invoked by Greet Ben, in the test of Triage');
  await keyboard.press('F10');
  await expect(tester.pause).toContainText('Paused before Write');
  await expect(designer.card('Write')).toHaveAccessibleName(/paused/);
  await tester.panel.getByRole('button', { name: 'Change Greeting: Source for this run' }).click();
  await tester.panel.getByRole('textbox', { name: 'Greeting: Source, for this run only' }).fill('anybody');
  await keyboard.press('Enter');

  await window.getByRole('button', { name: 'Back to Triage' }).click();
  await expect(designer.card('Greet Ben')).toHaveAccessibleName(/its runbook waits/);
  await expect(tester.pause).toContainText('Greet: Paused before Write');
  await window.getByRole('button', { name: 'Show the run that Greet Ben invoked' }).click();
  await expect(designer.card('Write')).toHaveAccessibleName(/paused/);

  await keyboard.press('Shift+F11');
  await expect(tab('Triage')).toHaveAttribute('aria-selected', 'true');
  await expect(tester.pause).toContainText('Paused before Tell');
  await keyboard.press('F5');
  await expect(tester.result).toHaveText(/^Finished/);
  await expect(designer.card('Tell')).toHaveAccessibleName(/success/);
});

test('pauses at a breakpoint of an invoked runbook, each time it is invoked', async ({ studio, scratch }) => {
  const { window } = studio;
  const { keyboard } = window;
  const tester = new TesterPage(window);
  const designer = new DesignerPage(window);
  await openInvoking(studio, join(scratch, 'workspace'), 'Greet');
  await designer.card('Write').focus();
  await keyboard.press('F9');
  await expect(designer.card('Write')).toHaveAccessibleName(/breakpoint/);
  await window.getByRole('treeitem', { name: 'Triage', exact: true }).click();
  await expect(designer.card('Greet Ana')).toBeVisible();
  await keyboard.press('F5');
  await expect(tester.pause).toContainText('Greet: Paused before Write: breakpoint');
  await expect(designer.card('Greet Ana')).toHaveAccessibleName(/its runbook waits/);
  await tester.pause.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(designer.card('Write')).toHaveAccessibleName(/paused/);
  await keyboard.press('F5');
  await expect(window.getByRole('group', { name: 'Invoked run' })).toContainText('invoked by Greet Ben');
  await expect(designer.card('Write')).toHaveAccessibleName(/paused/);
  await keyboard.press('F5');
  await expect(tester.pause).toBeHidden();
  await expect(designer.card('Return')).toHaveAccessibleName(/success/);
});
