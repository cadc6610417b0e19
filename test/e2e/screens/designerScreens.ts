import { expect, type Locator } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { WelcomePage } from '../pages/welcomePage.ts';
import { dialogScreen, type Screen } from './screen.ts';

const link = ({ window }: Studio): Locator => window.getByRole('button', { name: /^Link from Find unread help desk mail to Reply to sender/ });

/** Shows a tab of the properties of what is selected. */
const tab = (name: string, shows: string): Screen => ({
  name: `properties-${name.toLowerCase().replaceAll(' ', '-')}`,
  shows,
  open: ({ window }) => new DesignerPage(window).properties.getByRole('tab', { name }).click(),
});

const saved = ({ window }: Studio): Promise<void> => expect(window.getByRole('tab', { name: /Answer help desk mail/ })).not.toHaveAccessibleName(/unsaved/i);

/** Gives a card the focus, which selects it. */
const select = async ({ window }: Studio, name: string): Promise<void> => {
  const card = new DesignerPage(window).card(name);
  await card.focus();
  await expect(card).toBeFocused();
};

/** The first page, and a runbook that is drawn. */
export const designerScreens: readonly Screen[] = [
  { name: 'welcome', shows: 'The first page: try it, connect, or open a workspace.', open: async () => undefined },
  { name: 'designer', shows: 'A runbook of the demo on the canvas, with the properties of the runbook.', open: ({ window }) => new WelcomePage(window).openDemo() },
  {
    name: 'properties-properties',
    shows: 'The properties of an activity: its configuration, what it needs, and what was added.',
    async open(studio) {
      const designer = new DesignerPage(studio.window);
      await designer.card('Find unread help desk mail').click();
      await designer.properties.getByRole('tab', { name: 'Properties' }).click();
    },
  },
  tab('General', 'Name, description, and whether the activity runs.'),
  tab('Filters', 'Which items the activity takes, and how many of the mailbox match now.'),
  {
    ...tab('Looping', 'When the activity runs again, and when it stops doing so.'),
    async open({ window }) {
      const { properties } = new DesignerPage(window);
      await properties.getByRole('tab', { name: 'Looping' }).click();
      await properties.getByRole('checkbox', { name: 'Repeat this activity' }).check();
      await properties.getByRole('spinbutton', { name: 'Delay between attempts' }).fill('30');
      await properties.getByRole('button', { name: 'Add condition to go on' }).click();
      await expect(properties.getByRole('combobox', { name: 'Item of condition 1' })).toBeFocused();
      await properties.getByRole('checkbox', { name: 'Repeat this activity' }).scrollIntoViewIfNeeded();
    },
    async close(studio) {
      // What is shown tells that a step was taken back, before the next one is.
      const { properties } = new DesignerPage(studio.window);
      await studio.menu('edit.undo');
      await expect(properties.getByRole('combobox', { name: 'Item of condition 1' })).toBeHidden();
      await studio.menu('edit.undo');
      await expect(properties.getByRole('spinbutton', { name: 'Delay between attempts' })).toHaveValue('0');
      await studio.menu('edit.undo');
      await saved(studio);
    },
  },
  tab('Run behavior', 'Whether the rows are made one, and what is reported.'),
  {
    name: 'value',
    shows: 'A value with published data of other activities as chips, and suggestions for more.',
    async open(studio) {
      const designer = new DesignerPage(studio.window);
      await select(studio, 'Reply to sender');
      await studio.window.keyboard.press('Enter');
      await designer.properties.getByRole('tab', { name: 'Properties' }).click();
      await designer.properties.getByRole('textbox', { name: 'ID', exact: true }).focus();
      await studio.window.keyboard.press('Control+Space');
      await expect(studio.window.getByRole('listbox').getByRole('option').first()).toBeVisible();
    },
    close: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'link',
    shows: 'A link: on which conditions it is followed, on which not, and how it looks.',
    async open(studio) {
      await select(studio, 'Find unread help desk mail');
      await link(studio).focus();
      await studio.window.keyboard.press('Enter');
      const { properties } = new DesignerPage(studio.window);
      await properties.getByRole('button', { name: 'Add condition' }).click();
      await expect(properties.getByRole('combobox', { name: 'Item of condition 1' })).toBeFocused();
    },
    async close(studio) {
      await studio.menu('edit.undo');
      await saved(studio);
    },
  },
  dialogScreen('add-activity', 'Adding an activity by name, after the one that is selected.', /^Add activity/, async (studio) => {
    await select(studio, 'Reply to sender');
    await studio.window.keyboard.press('Shift+A');
  }),
  dialogScreen('link-to', 'Linking the selected activity to another one by name.', /^Link Reply to sender to/, async (studio) => {
    await select(studio, 'Reply to sender');
    await studio.window.keyboard.press('l');
  }),
  {
    name: 'find',
    shows: 'Finding a text in the runbook; what does not match is dimmed.',
    async open({ window }) {
      await window.keyboard.press('Control+F');
      await window.keyboard.type('reply');
      await expect(window.getByRole('search', { name: 'Find in runbook' }).getByRole('status')).toContainText('of 2');
    },
    close: ({ window }) => window.getByRole('button', { name: 'Close find' }).click(),
  },
  {
    name: 'outline',
    shows: 'The same runbook as a list with the same commands.',
    async open(studio) {
      await studio.menu('view.outline');
      await expect(studio.window.getByRole('tree', { name: /^Outline of/ })).toBeVisible();
    },
    close: (studio) => studio.menu('view.outline'),
  },
];

/** A new runbook: empty, with a problem, and not saved. */
export const newRunbookScreens: readonly Screen[] = [
  dialogScreen('new-runbook', 'Adding a runbook to the workspace.', 'New Runbook', (studio) => studio.menu('file.newRunbook')),
  {
    name: 'designer-empty',
    shows: 'A runbook without activities says how to begin.',
    async open(studio) {
      await studio.menu('file.newRunbook');
      await studio.window.getByRole('dialog', { name: 'New Runbook' }).getByRole('textbox', { name: 'Name' }).fill('File the newsletters');
      await studio.window.keyboard.press('Enter');
      await expect(studio.window.getByRole('button', { name: 'Add activity', exact: true }).first()).toBeVisible();
    },
  },
  {
    name: 'problems',
    shows: 'What is wrong with the runbook, live, each with the way to its repair.',
    async open(studio) {
      const { window } = studio;
      const designer = new DesignerPage(window);
      await designer.canvas.focus();
      await window.keyboard.press('Shift+A');
      await window.keyboard.type('move');
      await window.keyboard.press('Enter');
      await expect(designer.card('Move Or Copy Item')).toBeVisible();
      await window.getByRole('button', { name: /problems?\. Show/ }).click();
      await expect(window.getByRole('list', { name: 'Problems' })).toBeVisible();
    },
  },
  dialogScreen('unsaved', 'Closing a runbook with changes asks what becomes of them.', /^Save File the newsletters/, (studio) => studio.menu('file.closeTab')),
  {
    name: 'designer-saved',
    shows: 'The runbook with its only activity, selected, after it was saved.',
    async open(studio) {
      await studio.menu('file.save');
      await expect(studio.window.getByRole('tab', { name: /File the newsletters/ })).not.toHaveAccessibleName(/unsaved/i);
    },
    close: (studio) => studio.menu('file.closeTab'),
  },
];
