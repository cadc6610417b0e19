// `npm run check`: types, lint, dependency rules, dead code, and the tests that belong to it (`suites.mjs`), two steps at a time.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, say } from './progress.mjs';
import { ensureFloorTypes } from './runtime/fallback.mjs';
import { suites } from './suites.mjs';
import { noTests, vitestCounts } from './testCounts.mjs';

const results = join(root, '.cache/results');

/** The tools find each other in the path, also where npm did not set it. */
const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
const atOnce = 2;
/**
 * The compiler and the typed lint are programs in Go that live for seconds: they collect their garbage less often, a quarter of their time, up to two
 * gigabytes. Both keep to one checker, because each further one works out again most of the types that it shares with the others, and the other
 * processor has a step of its own.
 */
const compiled = { GOGC: '400', GOMEMLIMIT: '2GiB', GOMAXPROCS: '1' };

const tool = (packageName, file) => join(root, 'node_modules', packageName, file);
/** What a check of types found stays for the next one, which then looks at what changed and at what depends on it. */
const remembered = (project) => ['--incremental', '--tsBuildInfoFile', join(root, '.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`)];
const types = (title, project) => ({ title, group: 'types', environment: compiled, args: [tool('typescript', 'bin/tsc'), '-p', project, '--checkers', '1', ...remembered(project)] });

const lint = (title, group, ...more) => ({ title, group, environment: compiled, args: [tool('oxlint', 'bin/oxlint'), '-c', 'test/architecture/oxlint.json', '--deny-warnings', ...more] });

const staticSteps = [
  types('types of shared', 'shared'),
  types('types of electron', 'electron'),
  types('types of renderer', 'renderer'),
  types('types of the tests', 'test'),
  types('nothing newer than the oldest Electron', 'electron/tsconfig.floor.json'),
  lint('lint', 'plainLint'),
  // Looks at types as well, which takes ten times as long: in the whole check instead of the plain one, all of whose rules are in it.
  lint('lint of what types tell', 'typedLint', '--type-aware'),
  {
    title: 'dependency rules',
    group: 'lint',
    args: [tool('dependency-cruiser', 'bin/dependency-cruise.mjs'), '--config', 'test/architecture/dependencyRules.cjs', 'shared', 'electron', 'renderer'],
    // It reads nothing, and says that all is well, when it cannot parse TypeScript.
    problem: (output) => (/\((\d+) modules/.exec(output)?.[1] === '0' || !/(\d+) modules/.test(output) ? 'it read no modules' : undefined),
  },
  { title: 'dead code', group: 'lint', args: [tool('knip', 'bin/knip.js'), '-c', 'test/architecture/knip.json', '--no-progress', '--cache', '--cache-location', join(root, '.cache/knip')] },
];

const vitestReport = join(results, 'vitest.json');
const testStep = (folders) => ({
  title: `tests: ${folders.map((folder) => basename(folder)).join(', ')}`,
  group: 'tests',
  args: [
    tool('vitest', 'vitest.mjs'),
    ...['run', '-c', 'test/vitest.config.ts', ...folders.map((folder) => `${folder}/`)],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  ],
});

/** Runs the steps of the groups and the tests in the folders; answers the tests' counts, in which a failed step counts as one failure more. */
export async function check({ groups = ['types', 'typedLint', 'lint', 'tests'], folders = suites.check } = {}) {
  await ensureDependencies();
  // The command line and the workers are tested as they are shipped.
  if (groups.includes('tests')) await ensureBuild();
  if (groups.includes('types')) await ensureFloorTypes();
  mkdirSync(results, { recursive: true });
  rmSync(vitestReport, { force: true });
  const tests = testStep(folders);
  // The longest first, so that the short ones fill the second place.
  const waiting = [tests, ...staticSteps].filter(({ group }) => groups.includes(group));
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await perform(step))) failed.push(step.title);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const counts = groups.includes('tests') ? vitestCounts(vitestReport) : noTests;
  const stepFailures = failed.filter((title) => title !== tests.title || counts.failed === 0).length;
  if (failed.length > 0) say(`\nFailed: ${failed.join('; ')}`);
  return { ...counts, failed: counts.failed + stepFailures };
}

/** Runs one step; its output is shown when it fails. */
function perform(step) {
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, step.args, { cwd: root, env: { ...process.env, ...step.environment, PATH: path, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString();
      const problem = code === 0 ? step.problem?.(output) : `it ended with status ${code}`;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(problem === undefined ? `ok    ${step.title} (${seconds} s)` : `FAIL  ${step.title} (${seconds} s): ${problem}\n${output.trimEnd()}\n`);
      done(problem === undefined);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const only = process.argv.indexOf('--only');
    const counts = await check(only < 0 ? {} : { groups: process.argv.slice(only + 1) });
    say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0 ? 0 : 1;
  });
}
