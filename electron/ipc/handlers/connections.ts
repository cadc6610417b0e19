import { needsPassword, type Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionDraft, ConnectionEntry, ConnectionUse } from '../../../shared/connections/draft.ts';
import { validateConnection } from '../../../shared/connections/validate.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { SignIns } from '../../auth/signIns.ts';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import type { ConnectionAccess, ConnectionJobs } from '../../runs/connectionJobs.ts';
import type { TraceStore } from '../../runs/traceStore.ts';
import type { ConnectionSecrets, SecretOwner } from '../../secrets/connectionSecrets.ts';
import type { ConnectionOnDisk } from '../../workspace/connectionFiles.ts';
import { connectionUses } from '../../workspace/connectionUses.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';
import type { Desktop } from '../desktop.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';
import type { Topic } from '../topic.ts';

/** Where Microsoft has device codes entered, whatever the cloud instance URL is. */
const devicePages = ['microsoft.com', 'www.microsoft.com', 'login.microsoft.com', 'aka.ms'];

/** What configurations need. */
export interface ConnectionParts {
  readonly workspace: OpenWorkspace;
  readonly secrets: ConnectionSecrets;
  readonly demo: DemoControl;
  readonly connectionJobs: ConnectionJobs;
  readonly signIns: SignIns;
  readonly traces: TraceStore;
  readonly traced: Topic<TraceSummary>;
  readonly desktop: Desktop;
}

/** Configurations of the open workspace: files for what they say, the vault for their passwords, the worker for tests. */
export function connectionHandlers({ workspace, secrets, demo, connectionJobs, signIns, desktop, traces, traced }: ConnectionParts): AppHandlers['connections'] {
  const owner = (key: string, connection: Connection): SecretOwner => ({ workspace: workspace.required().id, key, connection });

  async function entryOf({ key, connection, problem }: ConnectionOnDisk): Promise<ConnectionEntry> {
    const secret = await secrets.state(owner(key, connection));
    return { key, connection: demo.resolved(connection), secret, ...(problem === undefined ? {} : { problem }) };
  }

  /** Throws AppError `connection.invalid` for the first error; warnings do not stop saving. */
  async function validate(draft: ConnectionDraft): Promise<void> {
    const others = (await workspace.required().connections.list()).filter((one) => one.key !== draft.key);
    const secret = draft.key === undefined ? undefined : await secrets.state(owner(draft.key, draft.connection));
    // Whether a locked keychain holds it comes out when it is needed; until then nobody is made to type it again.
    const mayBeStored = secret?.stored === true || secret?.problem !== undefined;
    const passwordGiven = draft.connection.demo || mayBeStored || (draft.password ?? '') !== '';
    const problems = validateConnection(draft.connection, { otherNames: others.map((one) => one.connection.name), passwordGiven });
    const first = problems.find((problem) => problem.severity === 'error');
    if (first !== undefined) throw new AppError('connection.invalid', { field: first.field, problem: first.message });
  }

  async function save(draft: ConnectionDraft): Promise<ConnectionEntry> {
    await validate(draft);
    const { connections } = workspace.required();
    const key = draft.key ?? (await connections.add(draft.connection));
    if (draft.key !== undefined) await connections.save(key, draft.connection);
    if (draft.password !== undefined && draft.password !== '') await secrets.set(owner(key, draft.connection), draft.password);
    return entryOf({ key, connection: draft.connection });
  }

  /** The password that was typed, or the stored one. */
  function passwordOf(draft: ConnectionDraft): () => Promise<string | undefined> {
    const stored = draft.key === undefined ? undefined : owner(draft.key, draft.connection);
    const typed = draft.password === undefined || draft.password === '' ? undefined : draft.password;
    return async () => typed ?? (stored === undefined ? undefined : secrets.get(stored));
  }

  /** A name that is not taken: "Copy of Contoso", "Copy of Contoso 2", … */
  function copyName(name: string, taken: readonly string[]): string {
    const used = new Set(taken.map((one) => one.toLowerCase()));
    const base = `Copy of ${name}`;
    let copy = base;
    for (let number = 2; used.has(copy.toLowerCase()); number += 1) copy = `${base} ${number}`;
    return copy;
  }

  return {
    list: async () => Promise.all((await workspace.required().connections.list()).map(entryOf)),
    save,
    async duplicate({ key }) {
      const { connections } = workspace.required();
      const original = await connections.read(key);
      const names = (await connections.list()).map((one) => one.connection.name);
      const connection = { ...original, name: copyName(original.name, names) };
      return entryOf({ key: await connections.add(connection), connection });
    },
    async remove({ key }) {
      const { connections } = workspace.required();
      const on = (await connections.list()).find((one) => one.key === key);
      // The password first: where its keychain does not open, nothing is removed and the error says why.
      if (on !== undefined) await secrets.clear(owner(key, on.connection));
      await connections.remove(key);
    },
    uses: ({ key }): Promise<ConnectionUse[]> => connectionUses(workspace.required().runbooks, key),
    async test(draft, sink) {
      if (draft.connection.demo) await demo.ensure();
      const key = draft.key ?? '';
      const saved = draft.key === undefined ? {} : { workspace: workspace.required().id };
      const secret = passwordOf(draft);
      const connection = demo.resolved(draft.connection);
      const token: ConnectionAccess['token'] = ({ renew, labels }, asking) => signIns.token({ connection, password: secret, renew, labels, ...asking });
      await connectionJobs.check({ key, connection, ...saved, secret, token }, sink);
    },
    async signIn(draft, sink) {
      const password = needsPassword(draft.connection) ? await passwordOf(draft)() : undefined;
      await signIns.signIn(draft.connection, password, sink, (note) => ('trace' in note ? traced.publish(traces.add(note.trace)) : undefined));
    },
    signOut: ({ connection }) => signIns.signOut(connection),
    signInState: ({ connection }) => signIns.state(connection),
    async openDevicePage({ connection, page }) {
      const { protocol, host } = new URL(page);
      const known = [...devicePages, new URL(connection.cloudInstanceUrl).host];
      if (protocol !== 'https:' || !known.includes(host)) throw new AppError('app.linkNotAllowed', { host });
      await desktop.openExternal(page);
    },
  };
}
