/**
 * Which tests there are, by folder; `test/vitest.config.ts` makes a project of each suite. A folder inside that of another suite belongs to its own.
 * `npm run check` runs the suites that are marked so; `npm test` runs all of them, and the end-to-end tests, which are Playwright's.
 */
export const suites = {
  shared: { folders: ['test/unit', 'test/scenarios'], check: true },
  renderer: { folders: ['test/unit/renderer'], check: true },
  contract: { folders: ['test/contract'], check: true },
  architecture: { folders: ['test/architecture'], check: true },
  adapters: { folders: ['test/adapters'], check: false },
  secrets: { folders: ['test/adapters/secrets'], check: false },
  components: { folders: ['test/components'], check: false },
};

/** @type {(keyof typeof suites)[]} */
export const allSuites = Object.keys(suites);

export const checkedSuites = allSuites.filter((name) => suites[name].check);

const files = (folder) => `${folder}/**/*.test.{ts,tsx}`;

/**
 * The files of a suite, as patterns.
 * @param {keyof typeof suites} suite
 */
export function filesOf(suite) {
  const { folders } = suites[suite];
  const inner = allSuites.flatMap((other) => suites[other].folders).filter((folder) => folders.some((outer) => folder.startsWith(`${outer}/`)));
  return { include: folders.map(files), exclude: inner.map(files) };
}
