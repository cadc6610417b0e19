import { mkdir } from 'node:fs/promises';
import { Connection } from '../../shared/connections/connection.ts';
import { deleteFile } from './atomicWrite.ts';
import { openFolder, type WorkspaceFolder } from './folder.ts';
import type { Trash } from './runbookFiles.ts';

/** A runbook that comes with the app, as its YAML text. */
export interface SampleText {
  readonly id: string;
  readonly title: string;
  readonly runbook: string;
}

const account = { serverAddress: '', username: 'set when the demo starts', demo: true };

/** The two configurations that every sample uses. Address, account and password are those of the server that runs. */
export const demoConnections: Readonly<Record<string, Connection>> = {
  'demo-mailbox': Connection.parse({ ...account, name: 'Demo mailbox', type: 'Exchange Configuration' }),
  'demo-mail-items': Connection.parse({ ...account, name: 'Demo mail items', type: 'Exchange Configuration (Item Activity)', itemType: 'E-Mail Message' }),
};

/** Opens the demo workspace and makes what is missing: what a person changed in it stays. The recycle bin is not used for it. */
export async function openDemoWorkspace(path: string, samples: readonly SampleText[], trash: Trash = deleteFile): Promise<WorkspaceFolder> {
  await mkdir(path, { recursive: true });
  const folder = await openFolder(path, { create: true, demo: true, name: 'Demo', trash });
  const connections = new Set((await folder.connections.list()).map((one) => one.key));
  for (const [key, connection] of Object.entries(demoConnections)) if (!connections.has(key)) await folder.connections.put(key, connection);
  const runbooks = new Set((await folder.runbooks.list()).map((one) => one.key));
  for (const sample of samples) if (!runbooks.has(sample.id)) await folder.runbooks.putText(sample.id, sample.runbook);
  return folder;
}
