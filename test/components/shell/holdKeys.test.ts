import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandId } from '../../../shared/commands/commands.ts';
import { createKeyHold } from '../../../renderer/commands/holdKeys.ts';

/** What a browser does for typing and Backspace in a field; jsdom has no editing commands. */
function edit(command: string, _shown?: boolean, text = ''): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  field.setRangeText(text, command === 'delete' && from === to ? Math.max(0, from - 1) : from, to, 'end');
  return true;
}

const card = (): HTMLElement => document.querySelector('button') ?? expect.fail('There is no card.');
let opens: (id: CommandId) => void;

beforeEach(() => {
  document.execCommand = edit;
  document.body.innerHTML = '<button>card</button><input aria-label="other">';
  card().focus();
  opens = createKeyHold(window);
});
afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'execCommand');
});

/** The field of the command appears, some time later, and takes the focus. */
async function appear<K extends 'input' | 'textarea'>(kind: K, value = ''): Promise<HTMLElementTagNameMap[K]> {
  const field = document.createElement(kind);
  field.value = value;
  document.body.append(field);
  field.focus();
  if (value !== '') field.select();
  await Promise.resolve();
  return field;
}

describe('keys pressed before the field of a command has the focus', () => {
  it('are typed there, and go nowhere else', async () => {
    const elsewhere = vi.fn();
    window.addEventListener('keydown', elsewhere);
    opens('runbook.addNote');
    await userEvent.keyboard('Ask Bo{Backspace}na{Enter}d');
    expect(elsewhere).not.toHaveBeenCalled();
    window.removeEventListener('keydown', elsewhere);
    const note = await appear('textarea');
    expect(note.value).toBe('Ask Bna\nd');
    await userEvent.keyboard('!');
    expect(note.value).toBe('Ask Bna\nd!');
  });

  it('take the place of a name that is selected, and Enter sends the form', async () => {
    const sent = vi.fn((event: Event) => event.preventDefault());
    const form = document.body.appendChild(document.createElement('form'));
    form.addEventListener('submit', sent);
    opens('runbook.rename');
    await userEvent.keyboard('Tell{Enter}late');
    const name = document.createElement('input');
    name.value = 'Reply';
    form.append(name);
    name.focus();
    name.select();
    await Promise.resolve();
    expect(name.value).toBe('Tell');
    expect(sent).toHaveBeenCalledOnce();
  });

  it('reach the field as presses of their keys, so that a list can use them', async () => {
    opens('view.palette');
    await userEvent.keyboard('a{ArrowDown}{Escape}b');
    const pressed: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void pressed.push(key);
    document.body.addEventListener('keydown', listen);
    const field = await appear('input');
    document.body.removeEventListener('keydown', listen);
    expect(pressed).toEqual(['a', 'ArrowDown', 'Escape']);
    expect(field.value).toBe('a');
  });

  it('are not taken from a command of the window', async () => {
    const pressed: string[] = [];
    const commands = ({ key }: KeyboardEvent): void => void pressed.push(key);
    window.addEventListener('keydown', commands);
    opens('view.goTo');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(pressed).toEqual(['Control', 's']);
    window.removeEventListener('keydown', commands);
  });

  it('are not typed into a field that had the focus before', async () => {
    const other = document.querySelector('input') ?? expect.fail('There is no field.');
    other.focus();
    opens('view.goTo');
    await userEvent.keyboard('abc');
    expect(other.value).toBe('');
    expect((await appear('input')).value).toBe('abc');
  });
});

describe('keys are not held', () => {
  it('after a command that opens no field', async () => {
    document.querySelector('input')?.focus();
    opens('view.fit');
    await userEvent.keyboard('abc');
    expect(document.querySelector('input')?.value).toBe('abc');
  });

  it('once the person points somewhere', async () => {
    opens('runbook.addNote');
    await userEvent.keyboard('abc');
    const other = document.querySelector('input') ?? expect.fail('There is no field.');
    await userEvent.click(other);
    await userEvent.keyboard('xy');
    expect(other.value).toBe('xy');
  });

  it('for good, when no field appears', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    opens('runbook.addNote');
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    const other = document.querySelector('input') ?? expect.fail('There is no field.');
    other.focus();
    await userEvent.keyboard('xy');
    expect(other.value).toBe('xy');
  });

  it('in the search that is asked for again', async () => {
    const search = document.querySelector('input') ?? expect.fail('There is no field.');
    search.type = 'search';
    search.focus();
    opens('edit.find');
    await userEvent.keyboard('xy');
    expect(search.value).toBe('xy');
  });
});
