import { mkdir } from 'node:fs/promises';
import { Connection } from '../../shared/connections/connection.ts';
import { Counter } from '../../shared/globals/counter.ts';
import type { Globals } from '../../shared/globals/globals.ts';
import { Schedule } from '../../shared/globals/schedule.ts';
import { Variable } from '../../shared/globals/variable.ts';
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

/** What the samples share beside the configurations. */
export const demoGlobals: Globals = {
  variables: {
    'Ticket prefix': Variable.parse({ value: 'HD-', description: 'Stands before every ticket number.', folder: 'Help desk' }),
    'Team lead': Variable.parse({ value: 'ana@contoso.test', description: 'Who is told of new tickets.', folder: 'Help desk' }),
  },
  counters: { 'Ticket number': Counter.parse({ default: 4700, description: 'Last number that was given.', folder: 'Help desk' }) },
  schedules: {
    'Office hours': Schedule.parse({
      description: 'When the help desk answers the telephone.',
      daysOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      hours: Object.fromEntries(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, '6-19'])),
    }),
  },
};

/** A file with the entries it lacks; the file itself where it lacks none. */
function missing<K extends string, V, F extends { readonly [key in K]: Readonly<Record<string, V>> }>(file: F, key: K, wanted: Readonly<Record<string, V>>): F {
  const lacking = Object.entries(wanted).filter(([name]) => !Object.hasOwn(file[key], name));
  return lacking.length === 0 ? file : { ...file, [key]: { ...file[key], ...Object.fromEntries(lacking) } };
}

/** Opens the demo workspace and makes what is missing: what a person changed in it stays. The recycle bin is not used for it. */
export async function openDemoWorkspace(path: string, samples: readonly SampleText[], trash: Trash = deleteFile): Promise<WorkspaceFolder> {
  await mkdir(path, { recursive: true });
  const folder = await openFolder(path, { create: true, demo: true, name: 'Demo', trash });
  const connections = new Set((await folder.connections.list()).map((one) => one.key));
  for (const [key, connection] of Object.entries(demoConnections)) if (!connections.has(key)) await folder.connections.put(key, connection);
  const runbooks = new Set((await folder.runbooks.list()).map((one) => one.key));
  for (const sample of samples) if (!runbooks.has(sample.id)) await folder.runbooks.putText(sample.id, sample.runbook);
  await folder.variables.change((file) => missing(file, 'variables', demoGlobals.variables));
  await folder.counters.change((file) => missing(file, 'counters', demoGlobals.counters));
  await folder.schedules.change((file) => missing(file, 'schedules', demoGlobals.schedules));
  return folder;
}
