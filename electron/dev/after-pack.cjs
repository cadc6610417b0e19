// Removes what belongs to a development distribution and not to a packaged app.
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

const leftOvers = ['resources/default_app.asar', 'version', '.complete', 'electron.d.ts'];

/** electron-builder calls this for every target after it copied the distribution. */
module.exports = async ({ appOutDir, electronPlatformName }) => {
  if (electronPlatformName !== 'linux') return;
  await Promise.all(leftOvers.map((name) => rm(join(appOutDir, name), { force: true })));
};
