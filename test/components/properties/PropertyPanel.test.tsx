import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PropertyPanel } from '../../../renderer/features/properties/PropertyPanel.tsx';
import { activities, registryOf } from '../../../shared/activities/registry.ts';
import { emptyRunView, foldRunEvent } from '../../../shared/engine/runView.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { testOnlyActivity } from '../testOnlyActivity.ts';
import { triageRunbook } from '../triageRunbook.ts';

async function showing(activity: string, document = triageRunbook, registry = activities): Promise<OpenRunbook> {
  const shown = await showOver(document, <PropertyPanel />, {}, registry);
  act(() => shown.stores.editor.getState().select('triage', { activities: [activity] }));
  return shown;
}
/** Without a layout a click lands at the start; this goes where a click on the empty part of the field goes. */
const end = '{Control>}{End}{/Control}';
const bodyPrefix = (): HTMLElement => screen.getByRole('textbox', { name: /^Body Prefix/ });

describe('the form of an activity', () => {
  it('shows required properties and those that were added, and offers the rest', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('reply');
    expect(bodyPrefix()).toHaveTextContent('Re:');
    expect(screen.queryByRole('textbox', { name: /^Cc/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add property' }));
    await user.type(screen.getByRole('combobox', { name: 'Optional properties' }), 'hidden{Backspace>6/}cc');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(Object.keys(editor().document.activities.reply?.properties ?? {})).toContain('bcc');
    await user.click(screen.getByRole('button', { name: 'Remove Bcc' }));
    expect(Object.keys(editor().document.activities.reply?.properties ?? {})).not.toContain('bcc');
  });

  it('is made from the definition, also of an activity that only this test knows', async () => {
    const document = Runbook.parse({ name: 'New', activities: { count: { type: 'test.countFolderSize', name: 'Count', properties: { deep: 'True' } } } });
    await showing('count', document, registryOf([...activities.all, testOnlyActivity]));
    expect(screen.getByText('Count Folder Size · deletes items')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Path/ })).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Deep' })).toBeChecked();
    expect(screen.queryByRole('combobox', { name: /Configuration Name/ })).toBeNull();
  });

  it('offers the configurations that fit the activity', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('reply');
    await user.click(screen.getByRole('combobox', { name: /Configuration Name/ }));
    const names = screen.getAllByRole('option').map((option) => option.textContent);
    expect(names).toEqual(['Demo mailboxdemo', 'Contosohelpdesk@contoso.com']);
    await user.click(screen.getByRole('option', { name: /Contoso/ }));
    expect(editor().document.activities.reply?.connection).toBe('contoso');
  });

  it('makes one undo step of what is typed into a field', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('reply');
    await user.type(bodyPrefix(), `${end}Hello`);
    expect(editor().document.activities.reply?.properties.bodyPrefix).toBe('Re: Hello');
    expect(editor().undo).toHaveLength(1);
    await user.tab();
    await user.type(bodyPrefix(), `${end} you`);
    expect(editor().undo).toHaveLength(2);
  });

  it('judges a value when its field is left, not while it is typed', async () => {
    const user = userEvent.setup();
    const document = Runbook.parse({ ...triageRunbook, activities: { ...triageRunbook.activities, find: { ...triageRunbook.activities.find, properties: { searchFolder: 'Inbox', searchSubfolders: 'False', maximumItems: '5' } } } });
    await showing('find', document);
    await user.type(screen.getByRole('textbox', { name: /^Maximum Items/ }), 'x');
    expect(screen.queryByText(/must be a whole number/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/Maximum Items must be a whole number/)).toBeInTheDocument();
  });

  it('focuses the field that was asked for', async () => {
    const { stores } = await showing('find');
    act(() => stores.editor.getState().reveal('triage', { activities: ['reply'] }, 'bodyPrefix'));
    await waitFor(() => expect(bodyPrefix()).toHaveFocus());
  });
});

describe('published data', () => {
  it('inserts what was chosen at the caret', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('reply');
    await user.type(bodyPrefix(), `${end}!{ArrowLeft}`);
    await user.click(screen.getByRole('button', { name: 'Subscribe Body Prefix to published data' }));
    await user.type(screen.getByRole('combobox', { name: 'Published data' }), 'conversation topic{Enter}');
    expect(editor().document.activities.reply?.properties.bodyPrefix).toBe('Re: {{find.Conversation Topic}}!');
    await waitFor(() => expect(bodyPrefix()).toHaveFocus());
    expect(bodyPrefix()).toHaveTextContent('Re: Find › Conversation Topic!');
  });

  it('shows common published data when asked, and the value of the last test', async () => {
    const user = userEvent.setup();
    const { stores, editor } = await showing('reply');
    const view = scriptedEvents().reduce(foldRunEvent, emptyRunView);
    act(() => stores.runs.setState({ runs: { triage: { key: 'triage', document: editor().document, mode: 'run', view, stopping: false, real: [] } } }));
    await user.click(screen.getByRole('button', { name: 'Subscribe Body Prefix to published data' }));
    expect(screen.getByRole('option', { name: /^Subject.*Printer on fire/ })).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: /Activity status/ })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /Show common Published Data/ }));
    expect(screen.getByRole('option', { name: /Activity status/ })).toBeInTheDocument();
  });

  it('offers what an activity of this test publishes', async () => {
    const user = userEvent.setup();
    const document = Runbook.parse({
      ...triageRunbook,
      activities: { ...triageRunbook.activities, count: { type: 'test.countFolderSize', name: 'Count', properties: { path: 'x' } } },
      links: [...triageRunbook.links, { from: 'count', to: 'find' }],
    });
    const { editor } = await showing('reply', document, registryOf([...activities.all, testOnlyActivity]));
    await user.click(screen.getByRole('button', { name: 'Subscribe Body Prefix to published data' }));
    await user.type(screen.getByRole('combobox', { name: 'Published data' }), 'total size{Enter}');
    expect(editor().document.activities.reply?.properties.bodyPrefix).toContain('{{count.Total Size}}');
  });

  it('reads a reference back by names, with its value in the last test', async () => {
    const { stores, editor } = await showing('reply');
    expect(screen.getByText('Find › ID')).toBeInTheDocument();
    expect(screen.getByText('Run a test to preview')).toBeInTheDocument();
    const view = scriptedEvents().reduce(foldRunEvent, emptyRunView);
    act(() => stores.runs.setState({ runs: { triage: { key: 'triage', document: editor().document, mode: 'run', view, stopping: false, real: [] } }, executions: { triage: 'execution-3' } }));
    expect(screen.getByText('→ id-2')).toBeInTheDocument();
  });

  it('turns a choice into a text field and back', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('reply');
    await user.click(screen.getByRole('button', { name: 'Subscribe Reply To All to published data' }));
    await user.type(screen.getByRole('combobox', { name: 'Published data' }), 'has attachments{Enter}');
    expect(editor().document.activities.reply?.properties.replyToAll).toBe('{{find.Has Attachments}}');
    await user.click(screen.getByRole('button', { name: 'Choose a value for Reply To All' }));
    expect(screen.getByRole('checkbox', { name: 'Reply To All' })).not.toBeChecked();
  });
});

describe('filters', () => {
  it('offer only the relations that the data type allows', async () => {
    const user = userEvent.setup();
    const { editor } = await showing('find');
    await user.click(screen.getByRole('tab', { name: 'Filters' }));
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.click(screen.getByRole('combobox', { name: /Relation of filter 1/ }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Equals', 'Does not equal', 'Contains', 'Does not contain', 'Starts with']);
    await user.click(screen.getByRole('option', { name: 'Contains' }));
    await user.click(screen.getByRole('combobox', { name: /Property of filter 1/ }));
    await user.click(screen.getByRole('option', { name: 'Is Read' }));
    expect(editor().document.activities.find?.filters).toEqual([{ field: 'Is Read', operator: 'equals', value: 'True' }]);
    await user.click(screen.getByRole('combobox', { name: /Relation of filter 1/ }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Equals', 'Does not equal']);
  });
});

describe('the form of a link', () => {
  it('gives the line a color and a width, and takes them back', async () => {
    const user = userEvent.setup();
    const { stores, editor } = await showOver(triageRunbook, <PropertyPanel />);
    act(() => stores.editor.getState().select('triage', { link: { from: 'find', to: 'reply' } }));
    const choose = async (field: RegExp, option: string): Promise<void> => {
      await user.click(screen.getByRole('combobox', { name: field }));
      await user.click(screen.getByRole('option', { name: option }));
    };
    await choose(/^Color/, 'Blue');
    await choose(/^Width/, '3 px');
    expect(editor().document.links[0]).toMatchObject({ color: 'blue', width: 3 });
    await choose(/^Color/, 'Automatic');
    expect(editor().document.links[0]).not.toHaveProperty('color', 'blue');
    act(() => stores.editor.getState().undo('triage'));
    expect(editor().document.links[0]).toMatchObject({ color: 'blue', width: 3 });
  });
});

describe('the form of the runbook', () => {
  it('shows while nothing is selected', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(triageRunbook, <PropertyPanel />);
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), ' mail');
    expect(editor().document.name).toBe('Triage mail');
  });
});
