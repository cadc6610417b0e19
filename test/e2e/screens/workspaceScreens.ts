import { expect, type Locator } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { ExchangeUserDialog } from '../pages/exchangeUserDialog.ts';
import { HistoryPage } from '../pages/historyPage.ts';
import { closeDialogs, dialog, dialogScreen, type Screen } from './screen.ts';

const configuration = (studio: Studio): Locator => dialog(studio, /^(Add|Edit) Configuration$/);

/** Leaves a new configuration without keeping what was written. */
async function discardConfiguration(studio: Studio): Promise<void> {
  await configuration(studio).getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await studio.window.getByRole('button', { name: 'Discard changes' }).click();
  await expect(configuration(studio)).toBeHidden();
}

/** Opens a list of the variables page, and its first entry or a new one where it is empty. */
const global = (list: string, noun: string, shows: string): Screen =>
  dialogScreen(noun, shows, new RegExp(noun, 'i'), async ({ window }) => {
    await window.getByRole('tablist', { name: 'Lists of the workspace' }).getByRole('tab', { name: new RegExp(`^${list}`) }).click();
    const first = window.getByRole('grid', { name: list }).getByRole('row').nth(1);
    if (await first.isVisible()) {
      await first.click();
      await window.getByRole('button', { name: `Edit ${noun}` }).click();
    } else await window.getByRole('button', { name: `New ${noun}` }).first().click();
  });

/** Connections: the list, the dialogs, a check that works and one that does not. */
const connectionScreens: readonly Screen[] = [
  {
    name: 'connections',
    shows: 'The connections of the workspace, how their last check went, and how often they are used.',
    async open(studio) {
      await studio.menu('view.connections');
      await studio.window.getByRole('grid', { name: 'Connections' }).getByRole('row').nth(1).click();
    },
  },
  dialogScreen('exchange-user', 'Options > Exchange User, as in Orchestrator.', 'Exchange User', async (studio) => {
    const exchangeUser = new ExchangeUserDialog(studio);
    await exchangeUser.open();
    await exchangeUser.choose('Demo mailbox');
  }),
  {
    name: 'test-connection',
    shows: 'A connection that was tested, stage by stage.',
    async open(studio) {
      await studio.window.getByRole('button', { name: 'Test connection' }).click();
      await expect(configuration(studio).getByText('The connection works.')).toBeVisible();
      await configuration(studio).getByText('The connection works.').scrollIntoViewIfNeeded();
    },
    close: closeDialogs,
  },
  {
    name: 'connection-new',
    shows: 'Adding a configuration: what is missing is said below the field.',
    async open(studio) {
      await studio.window.getByRole('button', { name: 'New connection' }).first().click();
      await configuration(studio).getByRole('button', { name: 'OK' }).click();
      await expect(configuration(studio).getByText(/^Enter/).first()).toBeVisible();
    },
    close: closeDialogs,
  },
  {
    name: 'connection-online',
    shows: 'A configuration of Exchange Online: until when EWS is there, and how to sign in.',
    async open(studio) {
      await studio.window.getByRole('button', { name: 'New connection' }).first().click();
      const online = configuration(studio).getByRole('checkbox', { name: 'Server is Exchange Online or Office365' });
      await online.check();
      await online.scrollIntoViewIfNeeded();
      await expect(configuration(studio).getByRole('combobox', { name: /Method/ })).toBeVisible();
    },
    close: discardConfiguration,
  },
  {
    name: 'connection-where',
    shows: 'Where a value of a configuration is found, and what is needed there, to be copied.',
    async open(studio) {
      await studio.window.getByRole('button', { name: 'New connection' }).first().click();
      await configuration(studio).getByRole('checkbox', { name: 'Server is Exchange Online or Office365' }).check();
      await configuration(studio).getByRole('button', { name: 'Where do I find this?' }).nth(1).click();
      await expect(dialog(studio, /client.*: where it is found/)).toBeVisible();
    },
    async close(studio) {
      await studio.window.keyboard.press('Escape');
      await expect(dialog(studio, /where it is found/)).toBeHidden();
      await discardConfiguration(studio);
    },
  },
  {
    name: 'test-connection-failed',
    shows: 'A check that stops: at which stage, why, and what to do.',
    async open(studio) {
      await studio.window.getByRole('button', { name: 'New connection' }).first().click();
      const form = configuration(studio);
      for (const [field, value] of [['Name', 'Contoso'], ['Exchange Server Address', 'http://127.0.0.1:9/EWS/Exchange.asmx'], ['Username', 'ana@contoso.test'], ['Password', 'made-up']] as const) {
        await form.getByRole('textbox', { name: field, exact: true }).fill(value);
      }
      await form.getByRole('button', { name: 'Test connection' }).click();
      await expect(form.getByText('Why', { exact: true })).toBeVisible();
      await form.getByText('Why', { exact: true }).scrollIntoViewIfNeeded();
    },
    close: discardConfiguration,
  },
  dialogScreen('connection-remove', 'Removing a connection says what uses it first.', /^Remove/, ({ window }) => window.getByRole('button', { name: 'Remove connection' }).click()),
];

/** Variables, the search, the history, the settings and what stands above everything. */
const pageScreens: readonly Screen[] = [
  { name: 'variables', shows: 'Variables of the workspace, and where they are used.', open: (studio) => studio.menu('view.variables') },
  global('Variables', 'variable', 'A variable: its value, or that it is kept in the credential store.'),
  global('Counters', 'counter', 'A counter and its value in each runbook.'),
  global('Schedules', 'schedule', 'A schedule: days, hours and exceptions.'),
  {
    name: 'search',
    shows: 'Finding a text in all runbooks of the workspace.',
    async open(studio) {
      await studio.menu('edit.findInWorkspace');
      await studio.window.getByRole('searchbox', { name: 'Find in all runbooks' }).fill('inbox');
      await expect(studio.window.getByRole('tree', { name: 'Found' })).toBeVisible();
    },
  },
  {
    name: 'history',
    shows: 'Every run: when, with what, how it ended.',
    async open(studio) {
      await studio.menu('view.history');
      await new HistoryPage(studio.window).list.getByRole('row').nth(1).click();
    },
  },
  {
    name: 'past-run',
    shows: 'A recorded run over the runbook as it was, moment by moment.',
    async open({ window }) {
      const history = new HistoryPage(window);
      await history.openRun(history.list.getByRole('row').nth(2));
    },
  },
  dialogScreen('export-run', 'Exporting a run: its format, and whether its requests are in it.', 'Export run', ({ window }) => new HistoryPage(window).action('Export report…').click()),
  {
    name: 'comparison',
    shows: 'Two runs side by side, differing activities first.',
    async open({ window }) {
      const history = new HistoryPage(window);
      await history.action('Compare with…').click();
      await history.list.getByRole('row').nth(1).click();
      await window.getByRole('button', { name: 'Compare', exact: true }).click();
      await expect(window.getByRole('region', { name: 'Earlier run' })).toBeVisible();
    },
  },
  { name: 'settings', shows: 'Every setting with a sentence and its way back.', open: (studio) => studio.menu('options.settings') },
  {
    name: 'keyboard',
    shows: 'Every command with its key; a new key is being recorded.',
    async open(studio) {
      await studio.menu('help.shortcuts');
      await studio.window.getByRole('button', { name: 'Change the key of Side Bar' }).click();
    },
    close: ({ window }) => window.keyboard.press('Escape'),
  },
  dialogScreen('palette', 'Every command by name, with its key.', 'Command palette', (studio) => studio.menu('view.palette')),
  dialogScreen('go-to', 'Runbooks, connections, activities and runs by name.', 'Go to', (studio) => studio.menu('view.goTo')),
  dialogScreen('help', 'Help about what has the focus.', /./, (studio) => studio.menu('help.topic')),
  dialogScreen('about', 'The version, and what it is made of.', /./, (studio) => studio.menu('help.about')),
];

export const workspaceScreens: readonly Screen[] = [...connectionScreens, ...pageScreens];
