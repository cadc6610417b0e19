import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { channelKindsOf } from '../../shared/ipc/channelKinds.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { firstFrame } from './firstFrame.ts';
import { firstStyles } from './firstStyles.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where to build; the build script names a scratch folder first. */
const output = process.env['BUILD_FOLDER'] ?? join(root, 'out');

/** Output name → source, for everything that runs in the main process or in a worker thread of it. */
const mainEntries = {
  main: join(root, 'electron/main.ts'),
  cli: join(root, 'electron/cli.ts'),
  runWorker: join(root, 'electron/runs/worker.ts'),
  demoWorker: join(root, 'electron/demo/demoWorker.ts'),
  traceFileWorker: join(root, 'electron/traces/traceFileWorker.ts'),
};

/** Only native code and Electron itself stay outside the bundle; one bundled file starts faster than a hundred modules. */
const outside = [/^electron(\/.*)?$/, /^@napi-rs\/keyring/];

/** CommonJS, because a sandboxed preload must be, and one format for all keeps `__dirname` available to the entries. */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const;

/** React refresh injects an inline script while developing; the shipped page keeps its strict policy. */
function relaxPolicyWhileDeveloping(): Plugin {
  return {
    name: 'relax-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: join(output, 'main'),
      minify: true,
      rolldownOptions: { input: mainEntries, external: outside, output: commonJs },
    },
  },
  preload: {
    define: { channelKinds: JSON.stringify(channelKindsOf(contract)) },
    build: {
      target: 'node20',
      outDir: join(output, 'preload'),
      minify: true,
      externalizeDeps: false,
      rolldownOptions: { input: { preload: join(root, 'electron/preload.ts') }, external: outside, output: { ...commonJs, codeSplitting: false } },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), firstFrame(), firstStyles(), relaxPolicyWhileDeveloping()],
    build: {
      target: 'chrome130',
      outDir: join(output, 'renderer'),
      minify: true,
      // The page's policy lets no font in that comes as a data address.
      assetsInlineLimit: 0,
      // What is loaded later lies on the same disk: asking for it ahead of time, one link element a file, costs more than it brings.
      modulePreload: { resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
      rolldownOptions: {
        input: { index: join(root, 'renderer/index.html') },
        // One file for the first screen: each file more is asked for at main, which is busy starting the app.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
