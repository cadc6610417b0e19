import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TogetherEditor } from '../../../renderer/fields/TogetherEditor.tsx';
import { dateTime } from '../../../shared/fields/field.ts';
import { showWith } from '../showWith.tsx';

type Texts = Readonly<Record<string, string>>;
const fields = { start: dateTime({ label: 'Start', help: '' }) };

/** The editor of a series with its texts, as a form holds them. */
function Form({ begin, onTexts }: { readonly begin: Texts; readonly onTexts: (texts: Texts) => void }): ReactElement {
  const [texts, setTexts] = useState(begin);
  const change = (changed: Texts): void => {
    setTexts({ ...texts, ...changed });
    onTexts({ ...texts, ...changed });
  };
  return <TogetherEditor together={{ editor: 'recurrence', start: 'start' }} id="one" fields={fields} texts={(key) => texts[key] ?? ''} disabled={false} onChange={change} onBlur={() => undefined} />;
}

describe('the editor of a series', () => {
  it('puts a sentence together and shows the next dates', async () => {
    const onTexts = vi.fn<(texts: Texts) => void>();
    showWith(<Form begin={{ start: '2026-11-25', recurrence: 'Weekly', recursOnTheseDays: 'Wednesday' }} onTexts={onTexts} />);
    await userEvent.click(screen.getByRole('button', { name: 'Monday' }));
    await userEvent.click(screen.getByRole('button', { name: 'Wednesday' }));
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Repeats every so many weeks' }), '2');
    await userEvent.click(screen.getByRole('combobox', { name: 'When the series ends' }));
    await userEvent.click(screen.getByRole('option', { name: 'after' }));
    expect(onTexts.mock.lastCall?.[0]).toMatchObject({ recurrence: 'Weekly', recursOnTheseDays: 'Monday', recurrenceInterval: '2', numberOfOccurrences: '10' });
    expect(screen.getByText('Every 2 weeks on Monday, 10 times.')).toBeInTheDocument();
    expect(screen.getByText(/^Next:/)).toHaveTextContent(/Dec 7, 2026|7 Dec 2026/);
  });

  it('says what is missing, and asks for the first day', async () => {
    showWith(<Form begin={{ recurrence: 'Weekly' }} onTexts={() => undefined} />);
    expect(screen.getByText(/Recurs On These Days is required/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Friday' }));
    expect(screen.getByText('Give Start a date to see the next dates.')).toBeInTheDocument();
  });
});
