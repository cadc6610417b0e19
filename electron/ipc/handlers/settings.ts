import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/workspace/settings.ts';
import type { SettingsFile } from '../../workspace/settingsFile.ts';

/** Settings. `applied` is told of every change, so that the system's parts of the window follow. */
export function settingsHandlers(parts: { readonly settings: SettingsFile; readonly applied: (settings: Settings) => void }): AppHandlers['settings'] {
  return {
    read: () => parts.settings.read(),
    async change(change) {
      const settings = await parts.settings.change(change);
      parts.applied(settings);
      return settings;
    },
  };
}
