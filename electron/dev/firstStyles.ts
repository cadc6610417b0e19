import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'renderer/app/firstScreens.tsx');

/**
 * Puts the styles of the screens that may be seen first into the page. The window works styles out while it draws, and telling the
 * browser of them one by one took a fifth of what the first screen costs; what it finds in the page by name it does not add again
 * (Emotion calls that hydration). What is missing here or has changed is added as ever, so this can only cost time, never looks.
 */
export function firstStyles(): Plugin {
  return {
    name: 'first-styles',
    apply: 'build',
    transformIndexHtml: async (html) => html.replace('</head>', `${stylesOf(await drawn())}\n  </head>`),
  };
}

/** Draws the screens in this process, as the app that is being built would draw them. */
async function drawn(): Promise<string> {
  const folder = mkdtempSync(join(root, 'node_modules/.first-styles-'));
  try {
    const output = await build({
      configFile: false,
      root: join(root, 'renderer'),
      mode: 'production',
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [withoutWorkers],
      ssr: { noExternal: true },
      build: { ssr: source, write: false, minify: false, rolldownOptions: { output: { codeSplitting: false } } },
    });
    const [chunk] = 'output' in output ? output.output : [];
    if (chunk === undefined) throw new Error('The first screens could not be built.');
    const file = join(folder, 'firstScreens.mjs');
    writeFileSync(file, chunk.code);
    // Node 20 has none; which system it names changes no style.
    if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { platform: process.platform } });
    const { firstScreens } = await import(pathToFileURL(file).href);
    return firstScreens().join('');
  } catch (thrown) {
    throw new Error('The first screens could not be drawn. What they draw must not ask the window or the document for anything; effects may.', { cause: thrown });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What runs in a worker draws nothing, and to bundle it takes longer than everything else here. */
const withoutWorkers: Plugin = {
  name: 'without-workers',
  enforce: 'pre',
  load: (id) => (id.endsWith('?worker') ? 'export default class {}' : undefined),
};

/** The global styles as they are, and those of parts together under their names, each once. */
function stylesOf(markup: string): string {
  const globals = new Map<string, string>();
  const parts = new Map<string, string>();
  for (const [, name = '', css = ''] of markup.matchAll(/<style data-emotion="([^"]*)"[^>]*>(.*?)<\/style>/gs)) {
    if (name.startsWith('css-global ')) globals.set(name, css);
    else parts.set(name.slice('css '.length), css);
  }
  const style = (names: string, css: string): string => `<style data-emotion="${names}">${css}</style>`;
  return [...[...globals].map(([name, css]) => style(name, css)), style(`css ${[...parts.keys()].join(' ')}`, [...parts.values()].join(''))].join('');
}
