import { commands, type CommandId } from '../../shared/commands/commands.ts';
import { currentRunbook } from '../stores/current.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandCenter, KeyAnswers } from './commandCenter.ts';
import { openFirst } from './currentEditor.ts';

/** Commands that everybody presses by habit; where there is nothing to save, nothing is what is expected. */
const quiet: ReadonlySet<CommandId> = new Set(['file.save', 'file.saveAll']);

/**
 * Answers keys whose command does not apply: a line says why. While the runbook in front is still being read the command
 * waits for it, until Escape, Stop or another tab ends the waiting.
 */
export function createKeyAnswers(stores: Pick<Stores, 'app' | 'editor' | 'layout'>, center: () => Pick<CommandCenter, 'press'>, target: Pick<Window, 'addEventListener' | 'removeEventListener'>, begins: KeyAnswers['begins']): KeyAnswers {
  const { app, editor, layout } = stores;
  /** Ends the waiting of a command. */
  let leave: (() => void) | undefined;
  const say = (words: string): void => {
    // The same line stays; it is only spoken again.
    if (app.getState().notice?.text === words) app.getState().announce(words);
    else app.getState().notify(words);
  };
  const beingRead = (): string | undefined => {
    const key = currentRunbook(layout.getState());
    const { open, errors } = editor.getState();
    return key === undefined || open[key] !== undefined || errors[key] !== undefined ? undefined : key;
  };
  const wait = (id: CommandId, runbook: string): void => {
    leave?.();
    const title = commands[id].title.replace('…', '');
    const waiting = `${title}: waits until the runbook has been read. Esc ends the waiting.`;
    const end = (words?: string): void => {
      ends.forEach((stop) => stop());
      leave = undefined;
      if (app.getState().notice?.text === waiting) app.getState().dismissNotice();
      if (words !== undefined) say(words);
    };
    const look = (): void => {
      if (currentRunbook(layout.getState()) !== runbook) return end(`${title}: not done, because another tab came to the front.`);
      if (beingRead() !== undefined) return;
      end();
      // What could not be read says so in its tab.
      if (editor.getState().open[runbook] !== undefined) center().press(id);
    };
    leave = () => end(`${title}: not done.`);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      leave?.();
    };
    target.addEventListener('keydown', onKeyDown, { capture: true });
    const ends = [layout.subscribe(look), editor.subscribe(look), () => target.removeEventListener('keydown', onKeyDown, { capture: true })];
    say(waiting);
  };
  return {
    begins,
    refused(id, why) {
      const runbook = why === openFirst ? beingRead() : undefined;
      if (id === 'run.stop' && leave !== undefined) return leave();
      if (runbook !== undefined && id !== 'run.stop') return wait(id, runbook);
      if (!quiet.has(id)) say(why);
    },
  };
}
