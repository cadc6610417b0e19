import { mkdir } from 'node:fs/promises';
import { Connection } from '../../shared/connections/connection.ts';
import type { ItemTypeName } from '../../shared/items/itemType.ts';
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

const itemActivity = (name: string, itemType: ItemTypeName): Connection =>
  Connection.parse({ ...account, name, type: 'Exchange Configuration (Item Activity)', itemType });

/** The configurations that samples use: one for any item and one for each item type. Address, account and password are those of the server that runs. */
export const demoConnections: Readonly<Record<string, Connection>> = {
  'demo-mailbox': Connection.parse({ ...account, name: 'Demo mailbox', type: 'Exchange Configuration' }),
  'demo-mail-items': itemActivity('Demo mail items', 'E-Mail Message'),
  'demo-appointments': itemActivity('Demo appointments', 'Appointment'),
  'demo-contacts': itemActivity('Demo contacts', 'Contact'),
  'demo-contact-groups': itemActivity('Demo contact groups', 'Contact Group'),
  'demo-tasks': itemActivity('Demo tasks', 'Task'),
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
