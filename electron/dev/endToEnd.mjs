// `npm run test:e2e [-- <Playwright arguments>]`: the end-to-end tests in a real Electron with a real keychain.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { main, runVisibly, say } from './progress.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';
import { playwrightCounts } from './testCounts.mjs';
import { inVirtualDisplay } from './virtualDisplay.mjs';

const report = join(root, '.cache/results/playwright.json');

/** Runs Playwright; answers the counts. */
export async function endToEnd(distribution, args = []) {
  mkdirSync(join(root, '.cache/results'), { recursive: true });
  rmSync(report, { force: true });
  const [command, words] = inVirtualDisplay(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'test/e2e/playwright.config.ts', ...args]);
  const status = await runVisibly(command, words, { ...runtimeEnvironment(distribution), PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const counts = playwrightCounts(report);
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const counts = await endToEnd(await setUp({ headless: true }), process.argv.slice(2));
    say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0 ? 0 : 1;
  });
}
