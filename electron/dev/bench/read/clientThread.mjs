// The client of the app reads every message of the inbox with all properties and hands the rows on as they come.
import { parentPort, workerData } from 'node:worker_threads';

const { modules, url, username, domain, password } = workerData;
const { openSession } = await import(modules.session);
const { Connection } = await import(modules.connection);
const connection = Connection.parse({
  name: 'Bench',
  type: 'Exchange Configuration (Item Activity)',
  itemType: 'E-Mail Message',
  serverAddress: url,
  username,
  domain,
  timeout: 120,
});
const session = openSession(connection, password, { userAgent: 'bench', onTrace: () => undefined });
const mailbox = session.mailbox({});

const started = performance.now();
let items = 0;
let rows = [];
for await (const item of mailbox.find(
  { itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], maximum: 10_000_000 },
  new AbortController().signal,
)) {
  items += 1;
  rows.push(item);
  if (rows.length < 100) continue;
  parentPort.postMessage({ rows });
  rows = [];
}
parentPort.postMessage({ rows });
const time = performance.now() - started;
await session.close();
parentPort.postMessage({ done: { time, items } });
