import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Tests of what only Linux has, such as a keychain that can be absent, end in `OnLinux.test.ts`. */
const ofOtherSystems = process.platform === 'linux' ? [] : ['**/*OnLinux.test.ts'];

const keychains = 'test/adapters/secrets/**/*.test.ts';

/** `npx vitest run -c test/vitest.config.ts --project contract`, or give a path. End-to-end tests belong to Playwright. */
export default defineConfig({
  root,
  test: {
    // One less than the processors by default, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A file that did not change is not compiled again by the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: resolve(root, '.cache/vitest') },
    projects: [
      {
        root,
        test: {
          name: 'shared',
          environment: 'node',
          // Nothing here keeps a state that another file could meet.
          isolate: false,
          include: ['test/unit/**/*.test.ts', 'test/scenarios/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
        },
      },
      { root, test: { name: 'contract', environment: 'node', include: ['test/contract/**/*.test.ts'], isolate: false, testTimeout: 20_000 } },
      { root, test: { name: 'adapters', environment: 'node', include: ['test/adapters/**/*.test.ts'], exclude: [...ofOtherSystems, keychains], isolate: false, testTimeout: 20_000 } },
      // Each of these meets another credential store, which a process finds once.
      { root, test: { name: 'secrets', environment: 'node', include: [keychains], exclude: ofOtherSystems, testTimeout: 20_000 } },
      { root, test: { name: 'architecture', environment: 'node', include: ['test/architecture/**/*.test.ts'], testTimeout: 60_000 } },
      {
        root,
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'node',
          // React, Material UI and the editor are loaded once for each worker and not for each of fifty files; every test takes its components off the screen.
          isolate: false,
          include: ['test/components/**/*.test.{ts,tsx}', 'test/unit/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/components/setUp.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
