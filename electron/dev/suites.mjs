/** Folders of tests: those that `npm run check` runs, and those that only `npm test` runs as well. The end-to-end tests beside them are Playwright's. */
export const suites = {
  check: ['test/unit', 'test/scenarios', 'test/contract', 'test/architecture'],
  others: ['test/adapters', 'test/components'],
};

export const allSuites = Object.values(suites).flat();
