import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playwrightCounts, sum, vitestCounts } from '../../../electron/dev/testCounts.mjs';

describe('the sum of all tests', () => {
  let folder: string;
  const report = async (content: unknown): Promise<string> => {
    const file = join(folder, 'report.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const vitest = (passed: number, failed: number, files: readonly unknown[] = []): unknown => ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 2, numTodoTests: 1, testResults: files });
  const playwright = (expected: number, unexpected: number, flaky = 0, errors: readonly unknown[] = []): unknown => ({ stats: { expected, unexpected, flaky, skipped: 0 }, errors });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counts-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('reads what vitest counted', async () => {
    expect(vitestCounts(await report(vitest(5, 1)))).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a test file that could not be loaded as a failure', async () => {
    const broken = { status: 'failed', assertionResults: [] };
    const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(vitestCounts(await report(vitest(5, 1, [broken, counted])))).toMatchObject({ failed: 2 });
  });

  it('reads what Playwright counted, where a second try is no success', async () => {
    expect(playwrightCounts(await report(playwright(4, 1, 1, ['no browser'])))).toEqual({ passed: 4, failed: 3, skipped: 0 });
  });

  it.each([
    ['vitest', vitestCounts, vitest(0, 0)],
    ['Playwright', playwrightCounts, playwright(0, 0)],
  ])('takes a %s run without tests for a failure', async (_name, counts, content) => {
    expect(counts(await report(content)).failed).toBe(1);
  });

  it('takes a missing report for a failure', () => {
    expect(vitestCounts(join(folder, 'none.json')).failed).toBe(1);
    expect(playwrightCounts(join(folder, 'none.json')).failed).toBe(1);
  });

  it('adds up', () => {
    expect(sum({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});
