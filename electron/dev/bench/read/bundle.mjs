import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../paths.mjs';

const folder = join(root, '.cache/bench');

/** Builds the client and the demo server for plain Node; answers the addresses of the built modules. */
export async function bundle() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          session: join(root, 'electron/exchange/session.ts'),
          demoServer: join(root, 'electron/demo/demoServer.ts'),
          connection: join(root, 'shared/connections/connection.ts'),
        },
        output: { entryFileNames: '[name].mjs', format: 'esm' },
      },
    },
  });
  return Object.fromEntries(['session', 'demoServer', 'connection'].map((name) => [name, pathToFileURL(join(folder, `${name}.mjs`)).href]));
}
