// The least an Electron app can be: the floor that start-up is measured against.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadFile(join(__dirname, 'index.html')));
app.on('window-all-closed', () => app.quit());
