import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Where to build; the build script names a scratch folder first. */
const output = process.env['BUILD_FOLDER'] ?? join(root, 'out');

/** Output name → source, for everything that runs in the main process or in a worker thread of it. */
const mainEntries = present({
  main: 'electron/main.ts',
  cli: 'electron/cli.ts',
  runWorker: 'electron/runs/worker.ts',
  demoWorker: 'electron/demo/demoWorker.ts',
});

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

const preloadEntries = present({ preload: 'electron/preload.ts' });
const pages = existsSync(join(root, 'renderer/main.tsx')) ? present({ index: 'renderer/index.html' }) : {};

const main = {
  build: {
    target: 'node20',
    outDir: join(output, 'main'),
    minify: true,
    rolldownOptions: { input: mainEntries, external: outside, output: commonJs },
  },
};

const preload = {
  build: {
    target: 'node20',
    outDir: join(output, 'preload'),
    minify: true,
    externalizeDeps: false,
    rolldownOptions: { input: preloadEntries, external: outside, output: { ...commonJs, codeSplitting: false } },
  },
};

const renderer = {
  root: join(root, 'renderer'),
  plugins: [react(), relaxPolicyWhileDeveloping()],
  build: {
    target: 'chrome130',
    outDir: join(output, 'renderer'),
    minify: true,
    // The page's policy lets no font in that comes as a data address.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
};

export default defineConfig({
  ...(some(mainEntries) && { main }),
  ...(some(preloadEntries) && { preload }),
  ...(some(pages) && { renderer }),
});

function some(entries: object): boolean {
  return Object.keys(entries).length > 0;
}

/** Leaves out entries that are not written yet, and says so. */
function present(entries: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, file] of Object.entries(entries)) {
    if (existsSync(join(root, file))) found[name] = join(root, file);
    else console.warn(`build: ${file} does not exist yet, so ${name} is left out`);
  }
  return found;
}
