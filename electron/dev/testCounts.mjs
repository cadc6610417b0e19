import { existsSync, readFileSync } from 'node:fs';

/** How many tests a suite ran. */
export const noTests = { passed: 0, failed: 0, skipped: 0 };

/** Counts from vitest's JSON report. A suite that ran nothing, or wrote no report, counts as one failure. */
export function vitestCounts(file) {
  const report = read(file);
  if (report === undefined) return { ...noTests, failed: 1 };
  // A file that cannot even be loaded fails without a test of its own.
  const brokenFiles = report.testResults.filter((one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed')).length;
  return orFailed({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped: report.numPendingTests + report.numTodoTests });
}

/** Counts from Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function playwrightCounts(file) {
  const report = read(file);
  if (report === undefined) return { ...noTests, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return orFailed({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

/** Both together. */
export function sum(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

function orFailed(counts) {
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
