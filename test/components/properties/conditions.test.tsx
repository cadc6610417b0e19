import { act, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PropertyPanel } from '../../../renderer/features/properties/PropertyPanel.tsx';
import { Runbook, type Link } from '../../../shared/runbook/runbook.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

const vip = { field: 'Subject', operator: 'contains', value: 'VIP' } as const;
const sentence = 'Include when Subject of Find contains “VIP”';
const include = 'Follow this link when ANY of these is true';

async function showingLink(part: Partial<Link> = {}): Promise<OpenRunbook & { readonly user: UserEvent; link(): Link | undefined }> {
  const shown = await showOver(Runbook.parse({ ...triageRunbook, links: [{ from: 'find', to: 'reply', ...part }] }), <PropertyPanel />);
  act(() => shown.stores.editor.getState().select('triage', { link: { from: 'find', to: 'reply' } }));
  return { ...shown, user: userEvent.setup(), link: () => shown.editor().document.links[0] };
}
const sentences = (list: string): (string | null)[] => {
  const buttons = within(screen.getByRole('group', { name: list })).getAllByRole('button');
  return buttons.filter((button) => button.hasAttribute('data-sentence')).map((button) => button.textContent);
};

describe('the conditions of a link', () => {
  it('read as sentences, joined by or and by and', async () => {
    await showingLink({ include: [vip, { all: [{ status: ['failed', 'warning'] }, { field: 'Item Count', operator: 'isBetween', value: '2', and: '5' }] }], exclude: [{ ...vip, value: '' }] });
    expect(sentences(include)).toEqual([sentence, 'or when Find returns failed or warning', 'and Item Count of Find is between 2 and 5']);
    expect(sentences('But not when ANY of these is true')).toEqual(['Exclude when Subject of Find contains (empty)']);
    expect(screen.queryByRole('combobox', { name: /of condition/ })).toBeNull();
  });

  it('open a new one in its form, which undo takes back as one step', async () => {
    const { user, stores, link, editor } = await showingLink();
    expect(screen.getByText('Find returns success')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add exclusion' }));
    expect(screen.getByRole('combobox', { name: 'Item of condition 1' })).toHaveFocus();
    await user.click(screen.getByRole('combobox', { name: 'Item of condition 1' }));
    await user.click(screen.getByRole('option', { name: 'Item Count' }));
    await user.click(screen.getByRole('combobox', { name: 'Relation of condition 1' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).not.toContain('contains');
    await user.keyboard('{Escape}');
    await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), '0{Enter}');
    expect(link()?.exclude).toEqual([{ field: 'Item Count', operator: 'equals', value: '0' }]);
    expect(screen.getByRole('button', { name: 'Exclude when Item Count of Find equals 0' })).toHaveFocus();
    expect(editor().undo).toHaveLength(1);
    act(() => stores.editor.getState().undo('triage'));
    expect(link()?.exclude).toEqual([]);
  });

  it('say below their form what the control with the focus is for, also to a screen reader', async () => {
    const { user } = await showingLink({ include: [vip] });
    await user.click(screen.getByRole('button', { name: sentence }));
    const form = within(screen.getByRole('group', { name: sentence }));
    const shown = (help: RegExp): HTMLElement[] => form.queryAllByText(help).filter((one) => one.getAttribute('aria-hidden') === 'true');
    expect(form.getByRole('combobox', { name: 'Item of condition 1' })).toHaveAccessibleDescription(/^What is looked at/);
    expect(shown(/^What is looked at/)).toHaveLength(1);
    await user.tab();
    expect(shown(/^What is looked at/)).toHaveLength(0);
    expect(shown(/^How the value is compared/)).toHaveLength(1);
    await user.tab();
    expect(form.getByRole('textbox', { name: 'Value of condition 1' })).toHaveAccessibleDescription(/without regard to case/);
    expect(shown(/without regard to case/)).toHaveLength(1);
  });

  it('end editing with Escape, without leaving the panel, and with Tab out of the form', async () => {
    const { user, editor } = await showingLink({ include: [vip] });
    await user.click(screen.getByRole('button', { name: sentence }));
    expect(screen.getByRole('group', { name: sentence })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: sentence })).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), 'S');
    expect(editor().selection.link).toEqual({ from: 'find', to: 'reply' });
    for (const _step of ['and', 'Finish editing', 'Duplicate', 'Remove']) await user.tab();
    expect(screen.getByRole('button', { name: 'Remove condition 1' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Add condition' })).toHaveFocus();
    expect(sentences(include)).toEqual(['Include when Subject of Find contains “VIPS”']);
  });

  it('close the form when something else is pressed, and the press is not lost', async () => {
    const { user } = await showingLink({ include: [vip] });
    await user.click(screen.getByRole('button', { name: sentence }));
    await user.click(screen.getByRole('button', { name: 'Add condition' }));
    expect(sentences(include)).toEqual([sentence]);
    expect(screen.getByRole('combobox', { name: 'Item of condition 2' })).toHaveFocus();
  });

  it('are duplicated, walked and removed by keys, each as one step', async () => {
    const { user, link, editor } = await showingLink({ include: [vip] });
    screen.getByRole('button', { name: sentence }).focus();
    await user.keyboard('{Control>}d{/Control}');
    expect(link()?.include).toEqual([vip, vip]);
    expect(screen.getByRole('combobox', { name: 'Item of condition 2' })).toHaveFocus();
    await user.keyboard('{Escape}{ArrowUp}');
    expect(screen.getByRole('button', { name: sentence })).toHaveFocus();
    expect(editor().undo).toHaveLength(1);
    await user.keyboard('{Delete}');
    expect(link()?.include).toEqual([vip]);
    expect(editor().undo).toHaveLength(2);
    await user.keyboard('{Delete}');
    expect(link()?.include).toEqual([]);
    expect(screen.getByRole('button', { name: 'Add condition' })).toHaveFocus();
  });

  it('make a row of several that must hold together', async () => {
    const { user, link } = await showingLink({ include: [vip] });
    await user.click(screen.getByRole('button', { name: sentence }));
    await user.click(screen.getByRole('button', { name: 'Add a condition that must hold together with row 1' }));
    expect(link()?.include).toEqual([{ all: [vip, { status: ['success'] }] }]);
    await user.click(screen.getByRole('button', { name: 'Remove condition 1.2' }));
    expect(link()?.include).toEqual([vip]);
  });

  it('cannot be edited in a runbook that cannot be changed', async () => {
    const { stores, link } = await showingLink({ include: [vip] });
    act(() => stores.editor.setState(({ open }) => ({ open: Object.fromEntries(Object.entries(open).map(([key, one]) => [key, { ...one, readOnly: true }])) })));
    await userEvent.click(screen.getByText('contains'), { pointerEventsCheck: 0 });
    expect(screen.queryByRole('combobox', { name: /of condition/ })).toBeNull();
    expect(link()?.include).toEqual([vip]);
  });
});

describe('filters', () => {
  it('are sentences whose form is one undo step, published data included', async () => {
    const user = userEvent.setup();
    const { stores, editor } = await showOver(triageRunbook, <PropertyPanel />);
    act(() => stores.editor.getState().select('triage', { activities: ['find'] }));
    await user.click(screen.getByRole('tab', { name: 'Filters' }));
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.click(screen.getByRole('combobox', { name: 'Property of filter 1' }));
    await user.click(screen.getByRole('option', { name: 'Is Read' }));
    await user.click(screen.getByRole('button', { name: 'Finish editing' }));
    expect(screen.getByRole('button', { name: 'Take items whose Is Read equals True' })).toHaveFocus();
    await user.keyboard('{Control>}d{/Control}');
    await user.click(screen.getByRole('combobox', { name: 'Relation of filter 2' }));
    await user.click(screen.getByRole('option', { name: 'Does not equal' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'and whose Is Read does not equal True' })).toHaveFocus();
    expect(editor().undo).toHaveLength(2);
    expect(editor().document.activities.find?.filters).toHaveLength(2);
  });
});

describe('the conditions of a loop', () => {
  it('say when the activity goes on', async () => {
    const user = userEvent.setup();
    const loop = { exit: [{ status: ['success'] }], doNotExit: [{ field: 'Item Count', operator: 'isLessThan', value: '3' }] };
    const { stores } = await showOver(Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, find: { ...triageRunbook.activities.find, loop } } }), <PropertyPanel />);
    act(() => stores.editor.getState().select('triage', { activities: ['find'] }));
    await user.click(screen.getByRole('tab', { name: /^Looping/ }));
    expect(sentences('Exit when ANY of these is true')).toEqual(['Exit when Find returns success']);
    expect(sentences('Do not exit when ANY of these is true')).toEqual(['Do not exit when Item Count of Find is less than 3']);
  });
});
