// The flow in a Node-RED without editor and without a port, in a process of its own; timed from the first message made until the last one arrived.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { flowOf, length } from './chain.mjs';
import { peakMegabytes, processorTime } from './process.mjs';

const { install, userDir, rows } = JSON.parse(process.argv[2]);
writeFileSync(join(userDir, 'flows.json'), JSON.stringify(flowOf(rows)));

let started = 0;
let before = 0;
let arrived = 0;
const bench = {
  begin() {
    before = processorTime();
    started = performance.now();
  },
  arrived(message) {
    arrived += 1;
    if (arrived < rows) return;
    const time = performance.now() - started;
    if (message[`number${length}`] !== rows + length) throw new Error(`The last message has ${message[`number${length}`]}.`);
    process.send({ time, cpu: processorTime() - before, peak: peakMegabytes() });
  },
};
const RED = createRequire(join(install, 'package.json'))('node-red');
RED.init(undefined, {
  userDir,
  flowFile: 'flows.json',
  credentialSecret: false,
  httpAdminRoot: false,
  httpNodeRoot: false,
  disableEditor: true,
  telemetry: { enabled: false, updateNotification: false },
  externalModules: { autoInstall: false, palette: { allowInstall: false } },
  logging: { console: { level: 'error' } },
  functionGlobalContext: { bench },
});
await RED.start();
