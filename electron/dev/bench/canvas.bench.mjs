import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { stringify } from 'yaml';
import { root } from '../paths.mjs';
import { median } from './median.mjs';
import { launch, openWorkspace } from './window.mjs';

const runs = 3;
const sizes = [300, 1000];
const columns = 25;
const plain = join(import.meta.dirname, 'plainCanvas');
/** Frames as fast as they can be made: at the pace of a screen both would show nothing but the screen's pace. */
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--force-device-scale-factor=1'];

/**
 * Frame times while the canvas is moved over 300 and 1,000 linked activities, beside React Flow's plain example with as many
 * default nodes at the same places, in an area of the same size at the same zoom. They take turns.
 */
export async function* measures() {
  await bundlePage();
  const workspace = await largeWorkspace();
  const ours = await launch(root, unlimited);
  const peer = await launch(plain, unlimited);
  try {
    await openWorkspace(ours, workspace, 'With 300');
    for (const size of sizes) {
      const seen = await showRunbook(ours.window, size);
      await peer.window.evaluate((shown) => window.show(shown), { ...graph(size), ...seen });
      await peer.window.locator('.react-flow__node').first().waitFor();
      const [own, other] = [[], []];
      for (let run = 0; run <= runs; run += 1) {
        own.push(await ours.window.evaluate(pan));
        other.push(await peer.window.evaluate(pan));
      }
      // The first turn warms both up.
      const of = (turns, pick) => median(turns.slice(1).map(pick));
      const against = (pick) => ({ role: 'peer', name: "React Flow's plain example", value: of(other, pick) });
      yield { name: `frame while panning ${size} activities, median`, unit: 'ms', ours: of(own, (turn) => turn.median), against: against((turn) => turn.median), runs };
      yield { name: `frame while panning ${size} activities, 95th percentile`, unit: 'ms', ours: of(own, (turn) => turn.slow), against: against((turn) => turn.slow), runs };
    }
  } finally {
    await ours.end();
    await peer.end();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Moves the canvas with the wheel, once per frame, there and back; runs in the page. */
async function pan() {
  const pane = document.querySelector('.react-flow__pane');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const times = [];
  let before = await frame();
  for (let step = 0; step < 90; step += 1) {
    const direction = step % 30 < 15 ? 1 : -1;
    pane.dispatchEvent(new WheelEvent('wheel', { deltaX: 40 * direction, deltaY: 16 * direction, bubbles: true, cancelable: true, clientX: 400, clientY: 300 }));
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], slow: sorted[Math.floor(sorted.length * 0.95)] };
}

function graph(size) {
  const key = (index) => `step-${index}`;
  const numbers = Array.from({ length: size }, (_, index) => index);
  return {
    places: numbers.map((index) => [key(index), 40 + (index % columns) * 280, 40 + Math.floor(index / columns) * 160]),
    links: numbers.filter((index) => index % columns !== 0).map((index) => [key(index - 1), key(index)]),
  };
}

async function largeWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-workspace-'));
  await mkdir(join(folder, 'runbooks'), { recursive: true });
  for (const size of sizes) {
    const { places, links } = graph(size);
    const activities = Object.fromEntries(places.map(([key], index) => [key, { type: 'exchange.getItem', version: 1, name: `Find mail ${index}`, properties: { searchFolder: 'Inbox' } }]));
    const runbook = { formatVersion: 1, name: `With ${size}`, activities, links: links.map(([from, to]) => ({ from, to })), layout: Object.fromEntries(places.map(([key, x, y]) => [key, [x, y]])) };
    await writeFile(join(folder, `runbooks/with-${size}.yaml`), stringify(runbook));
  }
  return folder;
}

/** Shows a runbook with nothing beside it; answers the size and the part of it that is seen. */
async function showRunbook(window, size) {
  await window.getByRole('treeitem', { name: `With ${size}` }).click();
  const canvas = window.getByRole('application', { name: 'Canvas' });
  await canvas.getByRole('group', { name: /^Find mail 0,/ }).waitFor();
  return canvas.evaluate((element) => {
    const [, x, y, zoom] = /translate\((.+?)px, (.+?)px\) scale\((.+?)\)/.exec(element.querySelector('.react-flow__viewport').style.transform).map(Number);
    return { size: { width: element.clientWidth, height: element.clientHeight }, viewport: { x, y, zoom } };
  });
}

async function bundlePage() {
  await build({
    root: plain,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(root, '.cache/bench/canvas'),
      emptyOutDir: true,
      lib: { entry: join(plain, 'page.mjs'), formats: ['iife'], name: 'plainCanvas', fileName: () => 'page.js', cssFileName: 'page' },
    },
  });
}
