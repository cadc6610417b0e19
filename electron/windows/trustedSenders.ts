import type { BrowserWindow } from 'electron';
import type { SenderFacts } from '../ipc/dispatch.ts';

/** The windows this app made, and the origin of its pages: only their main frames may ask for anything. */
export class TrustedSenders {
  readonly #origin: string;
  readonly #contents = new Set<number>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  add(window: BrowserWindow): void {
    const { id } = window.webContents;
    this.#contents.add(id);
    window.once('closed', () => this.#contents.delete(id));
  }

  has(sender: SenderFacts): boolean {
    return sender.mainFrame && sender.origin === this.#origin && this.#contents.has(sender.contents);
  }
}
