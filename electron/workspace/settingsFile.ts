import { copyFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors/appError.ts';
import { Settings, type SettingsChange } from '../../shared/workspace/settings.ts';
import { locked, writeText } from './atomicWrite.ts';
import { readText } from './textFile.ts';

/** How many workspaces the welcome page remembers. */
const recentLimit = 8;

/** The person's settings, in one JSON file of the user-data folder. */
export class SettingsFile {
  readonly #path: string;
  readonly #warn: (error: AppError) => void;
  readonly #followers: ((settings: Settings) => void)[] = [];

  /** `warn` is told of a settings file that cannot be read; the defaults are used then. */
  constructor(path: string, warn: (error: AppError) => void) {
    this.#path = path;
    this.#warn = warn;
  }

  async read(): Promise<Settings> {
    return (await this.#load()).settings;
  }

  /** Calls back with the settings after every change. */
  follow(follower: (settings: Settings) => void): void {
    this.#followers.push(follower);
  }

  /** Changes some settings. A file that cannot be read is kept beside the new one. */
  async change(change: SettingsChange): Promise<Settings> {
    return locked(this.#path, async () => {
      const { settings, broken } = await this.#load();
      if (broken) await copyFile(this.#path, `${this.#path}.unreadable`);
      const next = Settings.parse({ ...settings, ...change });
      await writeText(this.#path, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
      for (const follower of this.#followers) follower(next);
      return next;
    });
  }

  /** Puts a workspace first in the list of recent ones. */
  async remember(workspace: { readonly path: string; readonly name: string }): Promise<void> {
    const { recentWorkspaces } = await this.read();
    const others = recentWorkspaces.filter((one) => one.path !== workspace.path);
    await this.change({ recentWorkspaces: [{ path: workspace.path, name: workspace.name }, ...others].slice(0, recentLimit) });
  }

  async #load(): Promise<{ settings: Settings; broken: boolean }> {
    try {
      const { text } = await readText(this.#path, 'settings.json');
      return { settings: Settings.parse(JSON.parse(text)), broken: false };
    } catch (thrown) {
      const missing = thrown instanceof AppError && thrown.data.code === 'file.notFound';
      const problem = thrown instanceof Error ? thrown.message : String(thrown);
      if (!missing) this.#warn(new AppError('app.settingsUnreadable', { file: this.#path, problem }));
      return { settings: Settings.parse({}), broken: !missing };
    }
  }
}
