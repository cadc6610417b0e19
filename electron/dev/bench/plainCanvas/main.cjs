// React Flow's plain example in a window: the peer that the canvas is measured against.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadFile(join(__dirname, 'index.html')));
app.on('window-all-closed', () => app.quit());
