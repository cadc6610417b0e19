import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../fixtures/studio.ts';
import { expect, test } from '../fixtures/test.ts';

test('what npm start does on a computer without a display goes through to its end', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'electron/dev/mainJob.mjs')], { cwd: root });
  expect(stdout).toContain('15 activity runs, all successful');
  expect(stdout).toContain('22 requests were traced');
  expect(stdout).toContain('4-traces.png');
});
