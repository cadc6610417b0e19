import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../paths.mjs';

/** Builds modules of the app, given as name and path, for plain Node; answers the addresses of the built ones by name. */
export async function bundle(name, modules) {
  const outDir = join(root, '.cache', name);
  const input = Object.fromEntries(Object.entries(modules).map(([module, path]) => [module, join(root, path)]));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', rollupOptions: { input, output: { entryFileNames: '[name].mjs', format: 'esm' } } },
  });
  return Object.fromEntries(Object.keys(modules).map((module) => [module, pathToFileURL(join(outDir, `${module}.mjs`)).href]));
}
