import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { median } from './median.mjs';
import { startTraced } from './tracedStart.mjs';

const runs = 5;
const empty = join(import.meta.dirname, 'emptyWindow');
/** Starts until Chromium keeps what it has compiled: it does so for a script that is run again, when the app ends. */
const warmUp = 3;

/**
 * From spawning the app to its first usable screen, once with nothing stored and once as on any later day, when Chromium has
 * compiled the page's script before; beside an Electron with one empty window, which is the floor. Usable is when two frames
 * have been drawn with the screen in it, in both. They take turns, so that a slow moment of the computer meets both.
 */
export async function* measures({ options }) {
  // Without a display there is no graphics card either; Electron would try it twice and fail before it draws by itself.
  const flags = options.includes('--virtual-display') ? ['--disable-gpu'] : [];
  for (const { what, kept } of [
    { what: 'the very first time', kept: false },
    { what: 'on a later day', kept: true },
  ]) {
    const apps = [await application(root, flags, kept), await application(empty, flags, kept)];
    for (let turn = 0; turn < (kept ? warmUp : 1); turn += 1) for (const app of apps) await app.start();
    const [ours, floor] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await apps[0].start());
      floor.push(await apps[1].start());
    }
    for (const app of apps) await app.end();
    const against = (pick) => ({ role: 'floor', name: 'an Electron with one empty window', value: median(floor.map(pick)) });
    const measure = (name, unit, pick) => ({ name, unit, ours: median(ours.map(pick)), against: against(pick), runs });
    yield measure(`from spawn to a usable window, ${what}`, 'ms', ({ usable }) => usable);
    yield measure(`work of the page's thread until then, ${what}`, 'ms', ({ work }) => work);
    if (kept && process.platform === 'linux') yield measure('memory of all processes, shared pages divided (PSS)', 'MB', ({ memory }) => memory);
  }
}

/** An app that can be started again and again, with user data that is kept between its starts or new for each. */
async function application(app, flags, kept) {
  const fresh = () => mkdtemp(join(tmpdir(), 'bench-'));
  const remove = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const own = kept ? await fresh() : undefined;
  return {
    async start() {
      const userData = own ?? (await fresh());
      const started = await startTraced([...flags, app, `--user-data-dir=${userData}`]);
      if (own === undefined) await remove(userData);
      return started;
    },
    end: async () => own !== undefined && (await remove(own)),
  };
}
