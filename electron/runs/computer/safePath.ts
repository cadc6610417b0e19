import { posix, win32 } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';

/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;

/** Why a path cannot be used, as a sentence, or undefined. */
function problemOf(path: string, platform: NodeJS.Platform): string | undefined {
  const rules = platform === 'win32' ? win32 : posix;
  if (/\p{Control}/u.test(path)) return 'it holds a character that no path can hold.';
  if (!rules.isAbsolute(path) || (platform === 'win32' && !/^([a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(path))) return 'it does not begin at a drive or at the root.';
  if (/^[\\/]{2}[.?][\\/]/.test(path)) return 'it names a device.';
  const words = path.split(platform === 'win32' ? /[\\/]+/ : /\/+/).filter((word) => word !== '');
  if (words.includes('..')) return 'it goes up with "..".';
  if (platform !== 'win32') return undefined;
  const names = /^[a-z]:/i.test(path) ? words.slice(1) : words;
  const bad = names.find((word) => /[<>:"|?*]/.test(word) || /[. ]$/.test(word) || devices.test(word));
  return bad === undefined ? undefined : `Windows has no file or folder called "${bad}".`;
}

/** The path, when it leads where it seems to. Throws AppError `files.path`. */
export function safePath(path: string, platform: NodeJS.Platform = process.platform): string {
  const trimmed = path.trim();
  const problem = problemOf(trimmed, platform);
  if (problem !== undefined) throw new AppError('files.path', { path: trimmed, problem });
  return (platform === 'win32' ? win32 : posix).normalize(trimmed);
}
