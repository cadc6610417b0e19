import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { allSuites } from '../electron/dev/suites.mjs';

const root = resolve(import.meta.dirname, '..');
const testsIn = (folders: readonly string[]): string[] => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);

/** Tests of what only Linux has, such as a keychain that can be absent, end in `OnLinux.test.ts`. */
const ofOtherSystems = process.platform === 'linux' ? [] : ['**/*OnLinux.test.ts'];
const keychains = ['test/adapters/secrets'];
const inWindow = ['test/components'];

// Nothing hangs unseen, and no test fails because the computer is busy with other things.
const atMost = { testTimeout: 60_000, hookTimeout: 60_000 };

/**
 * `npm run vitest -- <file or folder>` runs a part. A project is what runs in processes of its own, each of which loads everything again:
 * as few as there are worlds for tests to run in.
 */
export default defineConfig({
  root,
  test: {
    // One less than the processors by default, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A file that did not change is not compiled again by the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: resolve(root, '.cache/vitest') },
    projects: [
      // Nothing here keeps a state that another file could meet.
      { root, test: { ...atMost, name: 'node', environment: 'node', isolate: false, include: testsIn(allSuites), exclude: [...testsIn([...keychains, ...inWindow]), ...ofOtherSystems] } },
      // Each of these meets another credential store, which a process finds once.
      { root, test: { ...atMost, name: 'keychain', environment: 'node', include: testsIn(keychains), exclude: ofOtherSystems } },
      {
        root,
        plugins: [react()],
        // React, Material UI, the editor and one window for all files of a worker; every test takes its components off the screen.
        test: { ...atMost, name: 'window', environment: 'node', isolate: false, include: testsIn(inWindow), setupFiles: ['test/components/setUp.ts'] },
      },
    ],
  },
});
