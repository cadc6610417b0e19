// Stands where Electron's own default app stands in a stock distribution: it makes `electron <folder>` start the app
// in that folder, with the same name, version, path and `process.defaultApp` as there.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const preloads = [];
let target;
const words = process.argv.slice(1);
for (let index = 0; index < words.length; index += 1) {
  const word = words[index];
  // Playwright brings its own loader this way.
  if (word === '-r' || word === '--require') {
    index += 1;
    preloads.push(words[index]);
  } else if (!word.startsWith('-')) {
    target = path.resolve(word);
    break;
  }
}

if (target === undefined) {
  process.stderr.write('This Electron is for development: give it the folder of an app.\n');
  process.exit(2);
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
for (const file of preloads) Module._load(file, null, true);

const manifest = path.join(target, 'package.json');
const isFolderOfApp = fs.existsSync(manifest);
if (isFolderOfApp) {
  const { name, productName, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  app.setVersion(version);
  app.setName(productName ?? name);
}
const entry = Module._resolveFilename(target, null, true);
app.setAppPath(isFolderOfApp ? target : path.dirname(entry));
Module._load(entry, null, true);
