import { join } from 'node:path';

/** A command line that runs a command with an empty, unlocked keychain of its own; as it is where a keychain is always there. */
export function withKeychain(command, args) {
  return process.platform === 'linux' ? [join(import.meta.dirname, 'with-keyring.sh'), [command, ...args]] : [command, args];
}

/**
 * A command line that runs a command in a virtual display and with an empty, unlocked keychain. Linux only: macOS and
 * Windows always have both, so there the command is answered as it is.
 */
export function inVirtualDisplay(command, args) {
  if (process.platform !== 'linux') return [command, args];
  return withKeychain('xvfb-run', ['-a', '--server-args=-screen 0 1600x1000x24', command, ...args]);
}
