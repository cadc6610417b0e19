// One process per measurement, so that each starts with an empty heap: work in a thread, and this thread as the app's main one.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const workerData = JSON.parse(process.argv[2]);
const worker = new Worker(new URL(`./${workerData.thread}.mjs`, import.meta.url), { workerData });
let seen = 0;
worker.on('error', (error) => {
  throw error;
});
worker.on('message', (message) => {
  if (message.rows !== undefined) seen += message.rows.length;
  if (message.done === undefined) return;
  delay.disable();
  const cpu = process.cpuUsage();
  process.send({ ...message.done, seen, cpu: (cpu.user + cpu.system) / 1000, peak: process.resourceUsage().maxRSS / 1024, delay: delay.percentile(99) / 1e6 });
  void worker.terminate();
});
