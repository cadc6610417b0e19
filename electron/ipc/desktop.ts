import type { CommandId } from '../../shared/commands/commands.ts';
import type { ContextMenu } from '../../shared/commands/contextMenu.ts';

/** What handlers ask of the desktop. Main implements it with Electron, tests with a recording. */
export interface Desktop {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** Opens a page in the system's browser. The caller has checked the address. */
  openExternal(url: string): Promise<void>;
  copyText(text: string): void | Promise<void>;
  clipboardText(): string | Promise<string>;
  /** The chosen folder, or undefined when the person cancels. */
  chooseFolder(): Promise<string | undefined>;
  /** The chosen files, or folders; empty when the person cancels. Linux and Windows cannot offer both in one dialog. */
  chooseFiles(title: string, several: boolean, folders?: boolean): Promise<readonly string[]>;
  /** The file to write, or undefined when the person cancels; the system has asked about one that exists. */
  chooseSaveFile(title: string, name: string): Promise<string | undefined>;
  /** Moves a file to the recycle bin. Rejects where the system has none. */
  trash(path: string): Promise<void>;
  /** Enables these commands in the native menu and disables the others. */
  enableCommands(enabled: readonly CommandId[]): void;
  /** Shows a context menu; answers the id of what was chosen, or null. */
  popUpMenu(menu: ContextMenu): Promise<string | null>;
}
