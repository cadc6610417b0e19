import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { allSuites, filesOf, type suites } from '../electron/dev/suites.mjs';

type Suite = keyof typeof suites;

const root = resolve(import.meta.dirname, '..');

/** Tests of what only Linux has, such as a keychain that can be absent, end in `OnLinux.test.ts`. */
const ofOtherSystems = process.platform === 'linux' ? [] : ['**/*OnLinux.test.ts'];

/** React, Material UI, the editor and one window are loaded once for each worker; every test takes its components off the screen. */
const inWindow: TestProjectInlineConfiguration = { plugins: [react()], test: { isolate: false, setupFiles: ['test/components/setUp.ts'], testTimeout: 20_000, hookTimeout: 60_000 } };

const options: Readonly<Record<Suite, TestProjectInlineConfiguration>> = {
  // Nothing here keeps a state that another file could meet.
  shared: { test: { isolate: false } },
  renderer: inWindow,
  contract: { test: { isolate: false, testTimeout: 20_000 } },
  architecture: { test: { testTimeout: 60_000 } },
  adapters: { test: { isolate: false, testTimeout: 20_000 } },
  // Each of these meets another credential store, which a process finds once.
  secrets: { test: { testTimeout: 20_000 } },
  components: inWindow,
};

function project(name: Suite): TestProjectInlineConfiguration {
  const { include, exclude } = filesOf(name);
  const { test, ...others } = options[name];
  return { root, ...others, test: { name, environment: 'node', include, exclude: [...exclude, ...ofOtherSystems], ...test } };
}

/** `npm run vitest -- <file, folder or --project name>` runs a part. */
export default defineConfig({
  root,
  test: {
    // One less than the processors by default, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A file that did not change is not compiled again by the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: resolve(root, '.cache/vitest') },
    projects: allSuites.map(project),
  },
});
