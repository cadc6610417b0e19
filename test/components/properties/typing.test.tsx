import { act, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PropertyPanel } from '../../../renderer/features/properties/PropertyPanel.tsx';
import type { Selection } from '../../../renderer/stores/editorHistory.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showOver } from '../openRunbook.tsx';

const subjects = (value: string): { field: string; operator: 'contains'; value: string } => ({ field: 'Subject', operator: 'contains', value });
const greeting = Runbook.parse({
  name: 'Greeting',
  returns: [{ name: 'Count' }],
  activities: {
    find: {
      type: 'exchange.getItem',
      name: 'Find',
      connection: 'demo-items',
      properties: { searchFolder: 'Inbox' },
      filters: [subjects('VIP'), subjects('urgent')],
      loop: { exit: [subjects('VIP'), subjects('urgent')], doNotExit: [subjects('test')] },
      flatten: { by: 'text', text: ',' },
    },
    reply: { type: 'exchange.replyToEmail', name: 'Reply', connection: 'demo-mailbox' },
  },
  links: [{ from: 'find', to: 'reply', include: [subjects('VIP'), subjects('urgent')], exclude: [subjects('test')] }],
});

/** What React drew an element with last; another object after each drawing. */
const drawing = (element: Element): unknown => Reflect.get(element, Object.keys(element).find((key) => key.startsWith('__reactProps$')) ?? expect.fail('React did not draw this.'));
const nameOf = (element: Element): string => element.getAttribute('data-field') ?? element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? (element.hasAttribute('data-form-header') ? 'header' : 'unnamed');
/** Everything of the form that is drawn by itself: its head, fields, check boxes, and the lines of its lists. */
const parts = (): Element[] => [...document.querySelectorAll('[data-form-header], [data-field], input[type="checkbox"], button[aria-label^="Remove "], [role="tab"], [role="radio"], input[type="radio"]')];

interface Form {
  readonly user: UserEvent;
  /** Types two characters into a field; answers what the second one drew, by name. */
  typed(field: HTMLElement): Promise<string[]>;
}

async function showing(selection: Partial<Selection>): Promise<Form> {
  const { stores } = await showOver(greeting, <PropertyPanel />);
  act(() => stores.editor.getState().select('triage', selection));
  const user = userEvent.setup();
  return {
    user,
    async typed(field) {
      // With the first one the runbook becomes unsaved, and what the focus shows is shown.
      await user.type(field, '1');
      await act(async () => undefined);
      const before = new Map(parts().map((part) => [part, drawing(part)]));
      expect(before.size).toBeGreaterThan(4);
      await user.keyboard('2');
      await act(async () => undefined);
      return parts().filter((part) => before.get(part) !== drawing(part)).map(nameOf);
    },
  };
}

const box = (name: string | RegExp): HTMLElement => screen.getByRole('textbox', { name });
const number = (name: string | RegExp): HTMLElement => screen.getByRole('spinbutton', { name });

it('a key typed into a property of the runbook draws its field, and what shows its name', async () => {
  const { typed } = await showing({});
  expect(await typed(box('Description'))).toEqual(['Description']);
  expect(await typed(box('Name'))).toEqual(['header', 'Name']);
  expect(await typed(number('Most jobs at the same time'))).toEqual(['Most jobs at the same time']);
});

it('a key typed into a property of a link draws its field', async () => {
  const { typed } = await showing({ link: { from: 'find', to: 'reply' } });
  expect(await typed(box('Label'))).toEqual(['Label']);
  expect(await typed(number('Wait before following'))).toEqual(['Wait before following']);
});

it('a key typed into a condition of a link draws that condition', async () => {
  const { user, typed } = await showing({ link: { from: 'find', to: 'reply' } });
  await user.click(screen.getByRole('button', { name: 'or when Subject of Find contains “urgent”' }));
  expect(await typed(box('Value of condition 2'))).toEqual(['Item', 'Relation', 'Value', 'Remove condition 2']);
});

it('a key typed into the description of an activity draws its field', async () => {
  const { user, typed } = await showing({ activities: ['find'] });
  await user.click(screen.getByRole('tab', { name: /^General/ }));
  expect(await typed(box('Description'))).toEqual(['Description']);
});

it('a key typed into a filter draws that filter', async () => {
  const { user, typed } = await showing({ activities: ['find'] });
  await user.click(screen.getByRole('tab', { name: /^Filters/ }));
  await user.click(screen.getByRole('button', { name: /contains “urgent”$/ }));
  expect(await typed(box('Value'))).toEqual(['Property', 'Relation', 'Value', 'Remove filter 2']);
});

it('a key typed into a loop draws its field, or its condition', async () => {
  const { user, typed } = await showing({ activities: ['find'] });
  await user.click(screen.getByRole('tab', { name: /^Looping/ }));
  expect(await typed(number('Delay between attempts'))).toEqual(['Delay between attempts']);
  await user.click(screen.getByRole('button', { name: 'or when Subject of Find contains “urgent”' }));
  expect(await typed(within(screen.getByRole('group', { name: /^Exit when ANY/ })).getByRole('textbox', { name: 'Value of condition 2' }))).toEqual(['Item', 'Relation', 'Value', 'Remove condition 2']);
});

it('a key typed into what is reported, or how rows are joined, draws nothing of the other', async () => {
  const { user, typed } = await showing({ activities: ['find'] });
  await user.click(screen.getByRole('tab', { name: /^Run behavior/ }));
  expect(await typed(number(/^Report when/))).toEqual(['Report when the activity runs for more than', 'Report if the activity fails to run']);
  expect(await typed(box('Separator'))).not.toEqual(expect.arrayContaining([expect.stringMatching(/^Report/)]));
});
