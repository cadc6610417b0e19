import { commands } from '../../../shared/commands/commands.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { KeyFile, type AppHandlers } from '../../../shared/ipc/contract.ts';
import { writeText } from '../../workspace/atomicWrite.ts';
import type { SettingsFile } from '../../workspace/settingsFile.ts';
import { readText } from '../../workspace/textFile.ts';
import type { Desktop } from '../desktop.ts';

/** Settings, and changed keys to and from a file. */
export function settingsHandlers({ settings, desktop }: { readonly settings: SettingsFile; readonly desktop: Desktop }): AppHandlers['settings'] {
  return {
    read: () => settings.read(),
    change: (change) => settings.change(change),
    async exportKeys({ keys }) {
      const path = await desktop.chooseSaveFile('Export Keys', 'runbook-studio-keys.json');
      if (path === undefined) return false;
      await writeText(path, `${JSON.stringify({ keys }, null, 2)}\n`);
      return true;
    },
    async importKeys() {
      const [path] = await desktop.chooseFiles('Import Keys', false);
      if (path === undefined) return null;
      const { text } = await readText(path, path);
      const found = KeyFile.safeParse(parsed(text));
      if (!found.success) throw new AppError('app.keysUnreadable', { file: path });
      // Keys of commands that this version does not have would only lie there.
      return Object.fromEntries(Object.entries(found.data.keys).filter(([command]) => Object.hasOwn(commands, command)));
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
