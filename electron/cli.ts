import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { processCommandLine } from './cli/processCommandLine.ts';

const files = { runWorker: join(__dirname, 'runWorker.cjs'), demoWorker: join(__dirname, 'demoWorker.cjs') };

// Exits by itself rather than by running dry: a keychain that waits for its password dialog would hold the process.
void processCommandLine(process.argv.slice(2), files, manifest.version).then((status) => process.exit(status));
