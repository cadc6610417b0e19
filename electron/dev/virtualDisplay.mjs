import { join } from 'node:path';

/**
 * A command line that runs a command in a virtual display and with an empty, unlocked keychain. Linux only: macOS and
 * Windows always have both, so there the command is answered as it is.
 */
export function inVirtualDisplay(command, args) {
  if (process.platform !== 'linux') return [command, args];
  return [join(import.meta.dirname, 'with-keyring.sh'), ['xvfb-run', '-a', '--server-args=-screen 0 1600x1000x24', command, ...args]];
}
