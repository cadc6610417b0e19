// One run of the chain in a process of its own, recorded as the history records it; timed from its start until its file is complete.
import { randomUUID } from 'node:crypto';
import { activitiesOf, length, runbookOf } from './chain.mjs';
import { peakMegabytes, processorTime } from './process.mjs';

const { modules, rows, order, file } = JSON.parse(process.argv[2]);
const load = (name) => import(modules[name]);
const [{ runInBatches }, { createDebugger }, { registryOf }, field, { Runbook }, { recordRun }, { runIds }, { realClock }] = await Promise.all(
  ['run', 'debugger', 'registry', 'field', 'runbook', 'recorder', 'ids', 'clock'].map(load),
);

const document = Runbook.parse(runbookOf(rows, order));
const runId = randomUUID();
const ports = {
  exchange: () => Promise.reject(new Error('The chain has no mailbox.')),
  variables: { value: async () => undefined },
  computer: () => ({}),
  clock: realClock,
  ids: runIds(runId),
  host: { serverName: 'bench', processId: process.pid },
};
const setup = {
  runId,
  registry: registryOf(activitiesOf(field)),
  connection: () => undefined,
  runbooks: [],
  startedBy: 'test',
  input: {},
  limits: { activities: rows * length + 1, rows: rows * (length + 1) },
};
const { gate } = createDebugger({ mode: 'run', breakpoints: [], guard: false });

const before = processorTime();
const started = performance.now();
const recorder = recordRun({ file, header: { run: setup.runId, runbook: document } }, (error) => {
  throw new Error(error.what);
});
let events = 0;
let last;
for await (const batch of runInBatches(document, setup, ports, { signal: new AbortController().signal, gate })) {
  events += batch.length;
  for (const event of batch) {
    if (event.type === 'activityPublished') last = event;
    else if (event.type === 'runFinished' && event.status !== 'success') throw new Error(`The run ended as ${event.status}.`);
  }
  recorder.events(batch);
  await recorder.room();
}
await recorder.close();
const time = performance.now() - started;
if (last.values.Number !== String(rows + length)) throw new Error(`The last row has ${last.values.Number}.`);
process.send({ time, cpu: processorTime() - before, events, peak: peakMegabytes() });
