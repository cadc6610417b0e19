import { AppError } from '../../../shared/errors/appError.ts';
import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Log } from '../../log/log.ts';
import type { ConnectionSecrets } from '../../secrets/connectionSecrets.ts';
import { isAllowedLink } from '../../windows/externalLinks.ts';
import type { Desktop } from '../desktop.ts';

/** Facts about the app, and the few things a window may ask of the desktop. */
export function appHandlers(parts: { readonly desktop: Desktop; readonly secrets: ConnectionSecrets; readonly log: Log }): AppHandlers['app'] {
  const { desktop, secrets, log } = parts;
  return {
    facts: async () => ({ version: desktop.version, electron: desktop.electron, platform: desktop.platform, keychain: await secrets.keychain() }),
    async openExternal({ url }) {
      if (!isAllowedLink(url)) throw new AppError('app.linkNotAllowed', { host: new URL(url).host });
      await desktop.openExternal(url);
    },
    copyText: ({ text }) => desktop.copyText(text),
    clipboardText: async () => ({ text: await desktop.clipboardText() }),
    reportDefect: ({ message, stack }) => ({ reference: log.defect(stack ?? message, `the window: ${message}`) }),
  };
}
