import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A Secret Service of one's own on a bus of its own, so that locking it locks nobody else's. */
export interface KeyringSession {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  /** Locks the collection, as a screen lock or a logout does. */
  lock(): Promise<void>;
  /** Whether a password dialog is waiting for a person. */
  asks(): Promise<boolean>;
  close(): Promise<void>;
}

const script = join(import.meta.dirname, '../../../electron/dev/with-keyring.sh');
const collection = '/org/freedesktop/secrets/collection/login';

/** Starts one, unlocked and empty. Without a display nobody can see its password dialog, and the service takes that for a refusal. */
export async function keyringSession({ display }: { readonly display: string | undefined }): Promise<KeyringSession> {
  const env = { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: undefined };
  const child = spawn(script, ['sh', '-c', 'echo "$DBUS_SESSION_BUS_ADDRESS"; read -r end'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('close', (code) => reject(new Error(`the keyring ended with status ${code}`)));
  });
  const send = async (...words: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('dbus-send', ['--session', '--print-reply', ...words], { env: { ...env, DBUS_SESSION_BUS_ADDRESS: address } });
    return stdout;
  };
  return {
    address,
    async lock() {
      await send('--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', `array:objpath:${collection}`);
    },
    asks: async () => (await send('--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ListNames')).includes('org.gnome.keyring.SystemPrompter'),
    async close() {
      child.stdin.end('\n');
      await ended;
    },
  };
}
