import { join } from 'node:path';
import { app } from 'electron';
import { startApp } from './windows/startApp.ts';

const files = {
  preload: join(__dirname, '../preload/preload.cjs'),
  page: join(__dirname, '../renderer'),
  runWorker: join(__dirname, 'runWorker.cjs'),
  demoWorker: join(__dirname, 'demoWorker.cjs'),
  traceFileWorker: join(__dirname, 'traceFileWorker.cjs'),
};

const headless = process.argv.indexOf('--headless');
if (headless === -1) startApp(files);
else
  void import('./cli/processCommandLine.ts')
    .then(({ processCommandLine }) => processCommandLine(process.argv.slice(headless + 1), files, app.getVersion()))
    .then((status) => app.exit(status));
