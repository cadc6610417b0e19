// `npm test`: sets everything up, then runs every check and every test. The last line is the sum, alone.
import { check } from './check.mjs';
import { endToEnd } from './endToEnd.mjs';
import { main, say } from './progress.mjs';
import { setUp } from './setUp.mjs';
import { allSuites } from './suites.mjs';
import { noTests, sum } from './testCounts.mjs';

let counts = { ...noTests, failed: 1 };
await main(async () => {
  const distribution = await setUp({ headless: true });
  say('\nChecks and tests without a window');
  const checked = await check({ folders: allSuites });
  say('\nEnd-to-end tests');
  counts = sum(checked, await endToEnd(distribution));
  return counts.failed === 0 ? 0 : 1;
});
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
