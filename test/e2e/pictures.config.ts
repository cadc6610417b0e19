import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Takes the pictures of `docs/pictures`: `npm run docs -- --pictures`. No test. */
export default defineConfig({ ...tests, testDir: join(import.meta.dirname, 'pictures'), timeout: 300_000, reporter: 'list' });
