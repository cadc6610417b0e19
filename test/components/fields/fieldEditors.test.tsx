import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import type { TextualField } from '../../../renderer/fields/editorProps.ts';
import { FieldEditor } from '../../../renderer/fields/FieldEditor.tsx';
import { addresses, body, boolean, choice, dateTime, files, folder, integer, itemId, list, number, secret, text } from '../../../shared/fields/field.ts';
import { showWith } from '../showWith.tsx';

const help = 'What it is for.';
const options = { label: 'Value', help, required: true } as const;

/** One field of each data type, with what a person types and the text that comes out. */
const typed: readonly (readonly [string, TextualField, string, string])[] = [
  ['text', text(options), 'Printer on fire', 'Printer on fire'],
  ['body', body(options), 'Hello', 'Hello'],
  ['integer', integer({ ...options, unit: 'seconds' }), '30', '30'],
  ['number', number(options), '1.5', '1.5'],
  ['list', list(options), 'a, b', 'a, b'],
  ['addresses', addresses(options), 'ana@contoso.test', 'ana@contoso.test'],
  ['folder', folder(options), 'inbox', 'inbox'],
  ['itemId', itemId(options), 'AAMk=', 'AAMk='],
  ['files', files(options), '/data/a.txt', '/data/a.txt'],
  ['secret', secret(options), 'made-up-for-this-test', 'made-up-for-this-test'],
  ['dateTime', dateTime(options), '2026-11-23T14:30', new Date('2026-11-23T14:30').toISOString()],
];

/** A field with its value, as a form holds it. */
function Form({ field, start = '', onValue, error }: { readonly field: TextualField; readonly start?: string; readonly onValue: (value: string) => void; readonly error?: string }): ReactElement {
  const [value, setValue] = useState(start);
  return (
    <FieldEditor
      field={field}
      id="one"
      value={value}
      error={error}
      onChange={(next) => {
        setValue(next);
        onValue(next);
      }}
    />
  );
}

describe('the editor of each data type', () => {
  it.each(typed)('%s is typed into by its label', async (_kind, field, keys, value) => {
    const onValue = vi.fn<(value: string) => void>();
    showWith(<Form field={field} onValue={onValue} />);
    const control = screen.getByLabelText(/^Value/);
    if (field.kind === 'dateTime') await userEvent.type(control, keys);
    else await userEvent.type(control, keys.replaceAll('{', '{{'));
    expect(onValue.mock.lastCall?.[0]).toBe(value);
  });

  it.each(typed)('%s is described by its problem and its help', (_kind, field) => {
    showWith(<Form field={field} onValue={() => {}} error="Value is wrong." />);
    const control = screen.getByLabelText(/^Value/);
    expect(control).toHaveAccessibleDescription(new RegExp(`Value is wrong\\. ${help}`));
    expect(control).toBeInvalid();
    expect(control).toBeRequired();
  });

  it('boolean is switched with the space bar', async () => {
    const onValue = vi.fn<(value: string) => void>();
    showWith(<Form field={boolean(options)} start="False" onValue={onValue} />);
    await userEvent.tab();
    expect(screen.getByRole('checkbox', { name: 'Value' })).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(onValue).toHaveBeenCalledWith('True');
    await userEvent.keyboard(' ');
    expect(onValue).toHaveBeenLastCalledWith('False');
  });

  it('choice is chosen with the keyboard', async () => {
    const onValue = vi.fn<(value: string) => void>();
    showWith(<Form field={choice({ ...options, options: ['Low', 'Normal', 'High'] })} start="Low" onValue={onValue} />);
    await userEvent.tab();
    expect(screen.getByRole('combobox', { name: /^Value/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(onValue).toHaveBeenCalledWith('Normal');
  });

  it('choice keeps a value that is not offered', () => {
    showWith(<Form field={choice({ ...options, options: ['Low'] })} start="Lowest" onValue={() => {}} />);
    expect(screen.getByRole('combobox')).toHaveTextContent('Lowest');
  });

  it.each([boolean(options), choice({ ...options, options: ['Low'] }), dateTime(options)])('$kind shows a reference as text', (field) => {
    showWith(<Form field={field} start="{{find-mail.Is Read}}" onValue={() => {}} />);
    expect(screen.getByRole('textbox', { name: /^Value/ })).toHaveValue('{{find-mail.Is Read}}');
  });

  it('files adds those chosen with the dialog of the system', async () => {
    const onValue = vi.fn<(value: string) => void>();
    const api = createFakeClient({ files: { choose: () => Promise.resolve({ ok: true, value: ['/data/b, c.txt'] }) } });
    showWith(<Form field={files(options)} start="/data/a.txt" onValue={onValue} />, api);
    await userEvent.click(screen.getByRole('button', { name: 'Choose files…' }));
    expect(onValue).toHaveBeenCalledWith('/data/a.txt; "/data/b, c.txt"');
  });

  it('secret can be seen while it is typed and hides when the field is left', async () => {
    showWith(<Form field={secret(options)} onValue={() => {}} />);
    const control = screen.getByLabelText(/^Value/);
    await userEvent.type(control, 'made-up');
    await userEvent.click(screen.getByRole('button', { name: 'Show value' }));
    expect(control).toHaveAttribute('type', 'text');
    await userEvent.click(control);
    await userEvent.tab();
    await userEvent.tab();
    expect(control).toHaveAttribute('type', 'password');
  });

  it('shows its help while it has the focus', async () => {
    showWith(<Form field={text(options)} onValue={() => {}} />);
    expect(screen.getByText(help)).toHaveStyle({ position: 'absolute' });
    await userEvent.tab();
    expect(screen.getByText(help)).not.toHaveStyle({ position: 'absolute' });
  });
});
