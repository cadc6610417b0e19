import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { AppShell } from '../../../renderer/app/AppShell.tsx';
import { loadAhead } from '../../../renderer/app/lazyParts.ts';
import { launch } from '../../../renderer/commands/startRun.ts';
import { defineActivity } from '../../../shared/activities/defineActivity.ts';
import { activities, registryOf } from '../../../shared/activities/registry.ts';
import type { RunEvent } from '../../../shared/engine/events.ts';
import { text } from '../../../shared/fields/field.ts';
import type { RunRequest } from '../../../shared/ipc/contract.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { scriptedEvents } from '../../fixtures/renderer/runEvents.ts';
import { showOver, type OpenRunbook } from '../openRunbook.tsx';

// The window loads these while it is idle.
beforeAll(() => loadAhead(() => Promise.resolve()));

/** A copy of an object that tells when one of its properties is read: a part of the window reads its own whenever it is drawn. */
function telling<T extends object>(of: T, names: Readonly<Partial<Record<string, string>>>, read: (name: string) => void): T {
  const copy = { ...of };
  for (const [key, name] of Object.entries(names)) {
    const value: unknown = Reflect.get(of, key);
    Object.defineProperty(copy, key, {
      enumerable: true,
      configurable: true,
      get() {
        read(name ?? key);
        return value;
      },
    });
  }
  return copy;
}

const drawn: string[] = [];
const draws = (name: string): void => void drawn.push(name);
/** The frames of what is drawn with every key, or after it: form and designer, which leave their parts as they are. */
const followed: string[] = [];
const follows = (name: string): void => void followed.push(name);
const fieldOf = (label: string): ReturnType<typeof text> => telling(text({ label, required: true, help: `What is ${label}.` }), { help: `field ${label}` }, draws);
const greeter = defineActivity({
  type: 'test.greet',
  version: 1,
  title: 'Greet',
  category: 'Test',
  icon: 'send',
  summary: 'Says hello.',
  connection: 'none',
  effect: 'none',
  properties: { words: fieldOf('Words'), whom: fieldOf('Whom') },
  publishes: {},
  async *run() {
    yield { own: {} };
  },
});
const greet = telling(greeter, { joins: 'form' }, follows);
const registry = telling(registryOf([...activities.all, greet]), { all: 'list of activities' }, draws);
const greeting = Runbook.parse({
  name: 'Greeting',
  activities: { find: { type: 'test.greet', name: 'Find' }, reply: { type: 'test.greet', name: 'Reply', properties: { words: 'Re: ', whom: 'Ana' } } },
  links: [{ from: 'find', to: 'reply' }],
});

const words = (): HTMLElement => screen.getByRole('textbox', { name: /^Words/ });
const written = ({ editor }: OpenRunbook): unknown => editor().document.activities.reply?.properties.words;

/** The window with a letter typed, by which the runbook became unsaved and Undo possible. */
async function typingInto(): Promise<{ shown: OpenRunbook; user: ReturnType<typeof userEvent.setup>; emit: (...events: RunEvent[]) => void }> {
  const user = userEvent.setup();
  const stream = scriptedStream<RunRequest, RunEvent>();
  const shown = await showOver(greeting, <AppShell />, { runs: { start: stream.open } }, registry);
  const { layout, settings, editor } = shown.stores;
  act(() => layout.getState().showBottom('console'));
  act(() => editor.getState().select('triage', { activities: ['reply'] }));
  act(() => layout.setState(telling(layout.getState(), { sizes: 'frame', sideView: 'rail or side bar', tabs: 'tabs', bottomTab: 'bottom panel' }, draws), true));
  act(() => settings.setState(telling(settings.getState(), { settings: 'designer' }, follows), true));
  await user.type(words(), '{Control>}{End}{/Control}H');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false'));
  expect(new Set(drawn)).toEqual(new Set(['frame', 'rail or side bar', 'tabs', 'bottom panel', 'list of activities', 'field Words', 'field Whom']));
  drawn.length = 0;
  return { shown, user, emit: stream.emit };
}

it('a character that is typed draws its field and no other part of the window', async () => {
  const { shown, user } = await typingInto();
  await user.keyboard('ello');
  // The rest of the window follows when there is time.
  await act(async () => undefined);
  expect(written(shown)).toBe('Re: Hello');
  expect(new Set(drawn)).toEqual(new Set(['field Words']));
});

it('what a run tells of draws no frame, list or tab, and takes nothing from what is typed meanwhile', async () => {
  const { shown, user, emit } = await typingInto();
  act(() => launch(shown.stores, 'triage', { mode: 'run', input: {}, guard: true, onDemo: false }));
  const events = scriptedEvents();
  await act(async () => emit(...events.splice(0, 2)));
  drawn.length = 0;
  for (const letter of 'urry') {
    act(() => emit(...events.splice(0, 1)));
    await user.keyboard(letter);
  }
  await act(async () => undefined);
  expect(written(shown)).toBe('Re: Hurry');
  expect(words()).toHaveTextContent('Re: Hurry');
  expect(drawn.filter((name) => ['frame', 'rail or side bar', 'tabs', 'bottom panel', 'list of activities'].includes(name))).toEqual([]);
  await user.keyboard('{Control>}z{/Control}');
  expect(written(shown)).toBe('Re: ');
  expect(words()).toHaveTextContent('Re:');
});

it('a canvas that is moved on, or pointed at, draws no other part of the window', async () => {
  const { shown } = await typingInto();
  const { rememberViewport, pointAt } = shown.stores.editor.getState();
  // At first it is news that the person chose a part of it.
  await act(async () => rememberViewport('triage', { x: 0, y: 0, zoom: 1 }));
  expect(new Set(followed)).toEqual(new Set(['form', 'designer']));
  drawn.length = followed.length = 0;
  await act(async () => {
    rememberViewport('triage', { x: 40, y: 16, zoom: 1 });
    pointAt('triage', [80, 80]);
  });
  expect([...drawn, ...followed]).toEqual([]);
  expect(shown.editor()).toMatchObject({ viewport: { x: 40 }, place: [80, 80] });
});
