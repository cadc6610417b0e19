import { expect, type Locator } from '@playwright/test';
import type { Studio } from '../fixtures/studio.ts';
import { DemoServerPage } from '../pages/demoServerPage.ts';
import { DesignerPage } from '../pages/designerPage.ts';
import { TesterPage } from '../pages/testerPage.ts';
import { dialogScreen, type Screen } from './screen.ts';

const panel = ({ window }: Studio): Locator => new TesterPage(window).panel;

/** Shows a tab about the execution that is selected. */
const detail = (name: string, tab: RegExp, shows: string): Screen => ({ name, shows, open: (studio) => panel(studio).getByRole('tablist', { name: /^Details of/ }).getByRole('tab', { name: tab }).click() });

/** Shows the messages of a pair in one of the ways. */
const message = (tab: string, shows: string): Screen => ({ name: `traces-${tab.toLowerCase()}`, shows, open: (studio) => panel(studio).getByRole('tab', { name: tab }).last().click() });

/** A test of the sample, from its first question to its traces, and one that fails. */
export const runScreens: readonly Screen[] = [
  dialogScreen('breakpoint', 'A breakpoint that pauses only when a condition holds.', /^Pause before Reply to sender/, async ({ window }) => {
    await new DesignerPage(window).card('Reply to sender').focus();
    await window.keyboard.press('Control+F9');
  }),
  dialogScreen('breakpoints', 'All breakpoints of the runbook.', 'Breakpoints', async (studio) => {
    await new DesignerPage(studio.window).card('Reply to sender').focus();
    await studio.window.keyboard.press('F9');
    await studio.menu('run.breakpoints');
  }),
  dialogScreen('start-test', 'What a test asks for before it starts.', 'Start test', ({ window }) => window.keyboard.press('F5')),
  {
    name: 'paused-run',
    shows: 'A test waits at a breakpoint: where, why, with which values, and the ways on.',
    async open({ window }) {
      const tester = new TesterPage(window);
      await tester.start();
      await expect(tester.pause).toBeVisible();
    },
  },
  {
    name: 'finished-run',
    shows: 'What a test did: activities, the rows that came out, and the log.',
    async open(studio) {
      const tester = new TesterPage(studio.window);
      // The card that the test waits at is selected.
      await studio.menu('run.toggleBreakpoint');
      await studio.menu('run.test');
      await tester.finished();
      await tester.panel.getByRole('gridcell', { name: /Find unread help desk mail/ }).first().click();
      await expect(tester.panel.getByRole('grid', { name: 'Published data' })).toBeVisible();
    },
  },
  { name: 'finished-run-fields', shows: 'One row of published data, field by field.', open: (studio) => panel(studio).getByRole('button', { name: 'Fields' }).click() },
  detail('finished-run-design', /^Design/, 'The properties as they were written.'),
  detail('finished-run-resolved', /^Run-time/, 'The properties as they were resolved for this item.'),
  detail('finished-run-requests', /^Trace/, 'The requests that the activity made.'),
  {
    name: 'properties-last-test',
    shows: 'As designed and as run, side by side.',
    async open({ window }) {
      await new TesterPage(window).hide();
      const designer = new DesignerPage(window);
      await designer.card('Reply to sender').focus();
      await designer.properties.getByRole('tab', { name: 'Last test' }).click();
    },
  },
  dialogScreen('pinned-result', 'Rows that stand for the result of an activity.', /^Pinned result/, async (studio) => {
    await new DesignerPage(studio.window).card('Find unread help desk mail').focus();
    await studio.menu('run.pin');
    await studio.menu('run.editPin');
  }),
  {
    name: 'traces',
    shows: 'Every request with its answer; the body of the answer as XML.',
    async open(studio) {
      await studio.menu('run.pin');
      await studio.menu('view.traces');
      await panel(studio).getByRole('grid', { name: 'Requests' }).getByRole('row').nth(2).click();
      await expect(panel(studio).locator('.cm-content').first()).toBeVisible();
    },
  },
  message('Summary', 'What a message says, in words.'),
  message('Headers', 'The headers of a message, secrets masked.'),
  message('Raw', 'A message as it went over the wire, secrets masked.'),
  dialogScreen('traces-export', 'Exporting traces, with or without the content of mail.', 'Export traces', (studio) => panel(studio).getByRole('button', { name: 'Export' }).click()),
  { name: 'events', shows: 'Platform events that runbooks sent.', open: (studio) => panel(studio).getByRole('tab', { name: 'Events' }).click() },
  {
    name: 'demo-server',
    shows: 'The demo server: faults that it can cause, its mailboxes, and what it was asked.',
    open: (studio) => new DemoServerPage(studio).open(),
    async close(studio) {
      await studio.menu('file.closeTab');
      await expect(studio.window.getByRole('tab', { name: /^Answer help desk mail/ })).toHaveAttribute('aria-selected', 'true');
    },
  },
  {
    name: 'failed-run',
    shows: 'A test that failed: what happened, why, and what to do.',
    async open(studio) {
      const tester = new TesterPage(studio.window);
      await new DemoServerPage(studio).cause('ewsBlocked');
      await tester.start();
      await tester.finished();
      await expect(tester.result).toHaveText(/failed/i);
      await tester.panel.getByRole('gridcell', { name: /Find unread help desk mail/ }).click();
      await expect(tester.panel.getByText('Why', { exact: true })).toBeVisible();
    },
    async close(studio) {
      await new DemoServerPage(studio).cause('none');
      // In the smallest window the page took the place of the panel.
      const tester = new TesterPage(studio.window);
      if (await tester.panel.isVisible()) await tester.hide();
    },
  },
];
