import { builtinEnvironments } from 'vitest/runtime';

// One window for every file of a worker: to make one takes as long as all the tests of a small file. `leftovers.ts` watches that none finds what another left.
if (!('jsdom' in globalThis)) await builtinEnvironments.jsdom.setup(globalThis, {});
