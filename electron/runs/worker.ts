import { parentPort } from 'node:worker_threads';
import { serveJob } from './workerMain.ts';

if (parentPort === null) throw new Error('This file is the entry of a worker thread.');
serveJob(parentPort);
