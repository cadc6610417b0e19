import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? join(root, '.cache/results/playwright.json');

/** Run it with `npm run test:e2e`, which brings the runtime, the display and the keychain. */
export default defineConfig({
  testDir: join(import.meta.dirname, 'specs'),
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
});
