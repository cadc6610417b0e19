import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { PropertyPanel } from '../../../renderer/features/properties/PropertyPanel.tsx';
import type { z } from 'zod';
import type { BrowseEvent, BrowseRequest } from '../../../shared/engine/browse.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';
import { triageRunbook } from '../triageRunbook.ts';

/** The triage runbook with other texts in the answer. */
function answering(properties: Readonly<Record<string, string>>): Runbook {
  const { find, reply } = triageRunbook.activities;
  return Runbook.parse({ ...triageRunbook, activities: { find, reply: { ...reply, properties: { ...reply?.properties, ...properties } } } });
}

async function showing(properties: Readonly<Record<string, string>> = {}, answers: FakeAnswers = {}): Promise<OpenRunbook> {
  const shown = await showOver(answering(properties), <PropertyPanel />, answers);
  act(() => shown.stores.editor.getState().select('triage', { activities: ['reply'] }));
  return shown;
}
/** Without a layout a click lands at the start; this goes where a click on the empty part of the field goes. */
const end = '{Control>}{End}{/Control}';
const bodyPrefix = (): HTMLElement => screen.getByRole('textbox', { name: /^Body Prefix/ });
const written = ({ editor }: OpenRunbook): unknown => editor().document.activities.reply?.properties.bodyPrefix;

describe('the text of a value', () => {
  it('reads placeholders by names, before and while it is edited', async () => {
    const user = userEvent.setup();
    await showing({ bodyPrefix: 'About {{find.Subject}}: ' });
    expect(bodyPrefix()).toHaveTextContent('About Find › Subject:');
    await user.click(bodyPrefix());
    expect(bodyPrefix()).toHaveFocus();
    expect(bodyPrefix()).toHaveTextContent('About Find › Subject:');
  });

  it('can be edited as it is written', async () => {
    const user = userEvent.setup();
    await showing({ bodyPrefix: '{{find.Subject}}' });
    await user.click(screen.getByRole('button', { name: 'Edit Body Prefix as text' }));
    expect(bodyPrefix()).toHaveTextContent('{{find.Subject}}');
  });

  it('loses a placeholder whole to one key', async () => {
    const user = userEvent.setup();
    const shown = await showing({ bodyPrefix: 'A {{find.Subject}}' });
    await user.type(bodyPrefix(), `${end}{Backspace}`);
    expect(written(shown)).toBe('A ');
  });

  it('leaves undo to the runbook', async () => {
    const user = userEvent.setup();
    const shown = await showing();
    await user.type(bodyPrefix(), `${end}Hello`);
    expect(written(shown)).toBe('Re: Hello');
    await user.keyboard('{Control>}z{/Control}');
    expect(written(shown)).toBe('Re: ');
    expect(bodyPrefix()).toHaveTextContent(/^Re:$/);
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(bodyPrefix()).toHaveTextContent('Re: Hello');
  });

  it('says what a broken placeholder lacks, and puts what was meant in its place', async () => {
    const user = userEvent.setup();
    const shown = await showing({ bodyPrefix: '{{find.Subjct}}!' });
    expect(bodyPrefix()).toHaveTextContent('⚠ Find › Subjct!');
    await user.click(screen.getByRole('button', { name: 'Use Find › Subject' }));
    expect(written(shown)).toBe('{{find.Subject}}!');
  });

  it('names the conversion of a value of another type', async () => {
    await showing({ bodyPrefix: '{{find.Has Attachments}}', replyToAll: '{{find.Subject}}' });
    expect(screen.getByText(/Yes or no is written as True or False/)).toBeInTheDocument();
    expect(screen.getByText(/It is read as True or False/)).toBeInTheDocument();
  });
});

describe('completion', () => {
  it('offers published data after two braces, by words of its name', async () => {
    const user = userEvent.setup();
    const shown = await showing();
    await user.type(bodyPrefix(), `${end}{{{{topic`);
    await screen.findByText('Conversation Topic');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(written(shown)).toBe('Re: {{find.Conversation Topic}}'));
  });

  it('offers functions after a bracket and puts the caret into the quotes', async () => {
    const user = userEvent.setup();
    const shown = await showing();
    await user.type(bodyPrefix(), `${end}[[Upp`);
    await screen.findByText('Upper');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(written(shown)).toBe("Re: [Upper('')]"));
    await user.keyboard('x');
    expect(written(shown)).toBe("Re: [Upper('x')]");
  });

  it('opens both on Ctrl+Space and closes with Escape, which leaves the field where it is', async () => {
    const user = userEvent.setup();
    await showing();
    await user.type(bodyPrefix(), '{Control>} {/Control}');
    expect(await screen.findByText('Upper')).toBeInTheDocument();
    expect(screen.getByText('Conversation Topic')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('Upper')).toBeNull());
    expect(bodyPrefix()).toHaveFocus();
  });

  it('begins with the data type that the field takes', async () => {
    const user = userEvent.setup();
    await showing({ id: '' });
    await user.type(screen.getByRole('textbox', { name: /^ID/ }), '{Control>} {/Control}');
    await screen.findByText('Upper');
    expect(screen.getAllByRole('option')[0]).toHaveTextContent(/^ID/);
  });
});

describe('the context menu of a value', () => {
  it('offers what has the data type of the field first', async () => {
    const user = userEvent.setup();
    const popUp = vi.fn<AppApi['menus']['popUp']>(() => Promise.resolve({ ok: true, value: 'value.published' }));
    const shown = await showing({ id: '' }, { menus: { popUp } });
    await user.pointer({ keys: '[MouseRight]', target: screen.getByRole('textbox', { name: /^ID/ }) });
    await screen.findByText('Published data for ID');
    await user.keyboard('{Enter}');
    expect(shown.editor().document.activities.reply?.properties.id).toBe('{{find.ID}}');
  });

  it('subscribes as Orchestrator does', async () => {
    const user = userEvent.setup();
    const popUp = vi.fn<AppApi['menus']['popUp']>(() => Promise.resolve({ ok: true, value: 'value.published' }));
    const shown = await showing({}, { menus: { popUp } });
    await user.pointer({ keys: '[MouseRight]', target: bodyPrefix() });
    await screen.findByText('Published data for Body Prefix');
    await user.type(screen.getByRole('combobox', { name: 'Published data' }), 'conversation topic{Enter}');
    expect(written(shown)).toBe('Re: {{find.Conversation Topic}}');
    expect(popUp.mock.lastCall?.[0].entries[0]).toMatchObject({ label: 'Subscribe', entries: [{ label: 'Published Data…' }, { label: 'Variable…' }] });
  });
});

describe('properties that are pinned', () => {
  it('stay while another activity is selected, until they are let go', async () => {
    const user = userEvent.setup();
    const { stores } = await showing();
    await user.click(screen.getByRole('button', { name: 'Pin the properties of Reply' }));
    act(() => stores.editor.getState().select('triage', { activities: ['find'] }));
    expect(screen.getByRole('heading', { name: 'Reply' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Find' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pin the properties of Reply' }));
    expect(screen.queryByRole('heading', { name: 'Reply' })).toBeNull();
  });
});

describe('the preview of filters', () => {
  it('counts what matches now with the values of the form, and can be stopped', async () => {
    const user = userEvent.setup();
    const stream = scriptedStream<z.input<typeof BrowseRequest>, BrowseEvent>();
    const { stores } = await showing({}, { mailbox: { browse: stream.open } });
    act(() => stores.editor.getState().select('triage', { activities: ['find'] }));
    await user.click(screen.getByRole('tab', { name: 'Filters' }));
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(stream.inputs.at(-1)).toMatchObject({ kind: 'matches', connection: 'demo-items', activity: { properties: { searchFolder: 'Inbox' } } });
    act(() => stream.emit({ type: 'matches', count: 37, more: false, items: [{ id: 'i1', title: 'Printer on fire' }] }));
    expect(screen.getByText('37 items match so far; showing 1.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stop counting' }));
    expect(stream.cancelled()).toBe(true);
    expect(screen.getByText('Printer on fire')).toBeInTheDocument();
  });
});
