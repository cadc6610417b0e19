/** Where a command stands in the native menu: the menu, and a group number that separators divide. */
export interface MenuPlace {
  readonly menu: 'file' | 'edit' | 'view' | 'runbook' | 'run' | 'options' | 'tools' | 'help';
  readonly group: number;
  /** Title of a submenu that stands in the group and holds the command. */
  readonly submenu?: string;
}

/** A thing a person can do, whatever starts it: menu, key, palette, button. Keys are Electron accelerators. */
export interface CommandDefinition {
  readonly title: string;
  /** One sentence for the palette and tooltips. */
  readonly help: string;
  readonly key?: string;
  /** A second key that does the same and cannot be changed. */
  readonly otherKey?: string;
  readonly place?: MenuPlace;
  /** `canvas`: the key works only while the canvas has focus, and main binds no accelerator. */
  readonly scope?: 'canvas';
  /** Opens a field to type in: what is typed from then on belongs there. */
  readonly asks?: true;
}

const list = <const T extends Readonly<Record<string, CommandDefinition>>>(commands: T): { readonly [K in keyof T]: CommandDefinition } => commands;

/** Every command of the app. Menu, shortcuts and palette come from this table; a test refuses two commands on one key. */
export const commands = list({
  'file.newRunbook': { title: 'New Runbook', help: 'Adds a runbook to the workspace.', key: 'CmdOrCtrl+N', asks: true, place: { menu: 'file', group: 1 } },
  'file.openWorkspace': { title: 'Open Workspace…', help: 'Opens a folder with runbooks and connections.', key: 'CmdOrCtrl+O', place: { menu: 'file', group: 1 } },
  'file.openRecent': { title: 'Open Recent', help: 'Opens a workspace that was open before.', place: { menu: 'file', group: 1 } },
  'file.openDemo': { title: 'Open the Demo', help: 'Starts the demo Exchange server on this computer and opens a workspace for it.', place: { menu: 'file', group: 1 } },
  'file.openTraces': { title: 'Open Trace Files…', help: 'Opens trace files of this app, of the pack and of SOAPe as one list of requests.', place: { menu: 'file', group: 2 } },
  'file.openTraceFolder': { title: 'Open Folder of Traces…', help: 'Opens all trace files of a folder as one list of requests.', place: { menu: 'file', group: 2 } },
  'file.save': { title: 'Save', help: 'Saves the runbook.', key: 'CmdOrCtrl+S', place: { menu: 'file', group: 3 } },
  'file.saveAll': { title: 'Save All', help: 'Saves every changed runbook.', key: 'CmdOrCtrl+Shift+S', place: { menu: 'file', group: 3 } },
  'file.closeTab': { title: 'Close Tab', help: 'Closes the current tab.', key: 'CmdOrCtrl+W', place: { menu: 'file', group: 4 } },
  'edit.undo': { title: 'Undo', help: 'Takes the last change of the runbook back.', key: 'CmdOrCtrl+Z', place: { menu: 'edit', group: 1 } },
  'edit.redo': { title: 'Redo', help: 'Makes the change again that was taken back.', key: 'CmdOrCtrl+Shift+Z', otherKey: 'CmdOrCtrl+Y', place: { menu: 'edit', group: 1 } },
  'edit.cut': { title: 'Cut', help: 'Puts the selected activities and notes on the clipboard, as text, and removes them.', key: 'CmdOrCtrl+X', scope: 'canvas' },
  'edit.copy': { title: 'Copy', help: 'Puts the selected activities and notes on the clipboard, as text.', key: 'CmdOrCtrl+C', scope: 'canvas' },
  'edit.paste': { title: 'Paste', help: 'Adds the activities and notes of the clipboard to the runbook.', key: 'CmdOrCtrl+V', scope: 'canvas' },
  'edit.selectAll': { title: 'Select All', help: 'Selects every activity and note of the runbook.', key: 'CmdOrCtrl+A', scope: 'canvas', place: { menu: 'edit', group: 2 } },
  'edit.find': { title: 'Find in Runbook…', help: 'Finds activities, properties, conditions and notes of the runbook.', key: 'CmdOrCtrl+F', asks: true, place: { menu: 'edit', group: 3 } },
  'edit.findNext': { title: 'Find Next', help: 'Goes on to the next place that was found.', key: 'F3', place: { menu: 'edit', group: 3 } },
  'edit.findPrevious': { title: 'Find Previous', help: 'Goes back to the place found before.', key: 'Shift+F3', place: { menu: 'edit', group: 3 } },
  'edit.findInWorkspace': { title: 'Find in Workspace…', help: 'Finds a text in all runbooks of the workspace.', key: 'CmdOrCtrl+Shift+F', asks: true, place: { menu: 'edit', group: 3 } },
  'view.palette': { title: 'Command Palette…', help: 'Finds a command by name.', key: 'CmdOrCtrl+Shift+P', asks: true, place: { menu: 'view', group: 1 } },
  'view.goTo': { title: 'Go To…', help: 'Finds a runbook, a configuration, an activity or a past run by name.', key: 'CmdOrCtrl+P', asks: true, place: { menu: 'view', group: 1 } },
  'view.runbooks': { title: 'Runbooks', help: 'Shows the runbooks of the workspace.', key: 'CmdOrCtrl+1', place: { menu: 'view', group: 2 } },
  'view.connections': { title: 'Connections', help: 'Shows the connections of the workspace.', key: 'CmdOrCtrl+2', place: { menu: 'view', group: 2 } },
  'view.variables': { title: 'Variables', help: 'Lists variables, counters and schedules of the workspace.', key: 'CmdOrCtrl+3', place: { menu: 'view', group: 2 } },
  'view.history': { title: 'History', help: 'Lists the runs that were recorded.', key: 'CmdOrCtrl+4', place: { menu: 'view', group: 2 } },
  'view.traces': { title: 'Traces', help: 'Shows the requests that were made.', key: 'CmdOrCtrl+5', place: { menu: 'view', group: 2 } },
  'view.outline': { title: 'Outline', help: 'Shows the runbook as a list with the same commands, or as a canvas again.', key: 'CmdOrCtrl+Shift+O', place: { menu: 'view', group: 3 } },
  'view.sideBar': { title: 'Side Bar', help: 'Shows or hides the side bar.', key: 'CmdOrCtrl+B', place: { menu: 'view', group: 3 } },
  'view.bottomPanel': { title: 'Bottom Panel', help: 'Shows or hides console, traces and problems.', key: 'CmdOrCtrl+J', place: { menu: 'view', group: 3 } },
  'view.propertyPanel': { title: 'Property Panel', help: 'Shows or hides the properties of the selection.', key: 'CmdOrCtrl+Alt+B', place: { menu: 'view', group: 3 } },
  'view.fit': { title: 'Fit to Window', help: 'Shows the whole runbook.', key: '1', scope: 'canvas', place: { menu: 'view', group: 4, submenu: 'Canvas' } },
  'view.actualSize': { title: 'Actual Size', help: 'Shows the runbook at 100 %.', key: '0', scope: 'canvas', place: { menu: 'view', group: 4, submenu: 'Canvas' } },
  'view.zoomToSelection': { title: 'Zoom to Selection', help: 'Shows what is selected as large as it fits.', key: '2', scope: 'canvas', place: { menu: 'view', group: 4, submenu: 'Canvas' } },
  'view.zoomIn': { title: 'Zoom In on Canvas', help: 'Shows the runbook larger.', key: 'Plus', scope: 'canvas', place: { menu: 'view', group: 4, submenu: 'Canvas' } },
  'view.zoomOut': { title: 'Zoom Out of Canvas', help: 'Shows the runbook smaller.', key: '-', scope: 'canvas', place: { menu: 'view', group: 4, submenu: 'Canvas' } },
  'view.nextRegion': { title: 'Next Region', help: 'Moves the focus to the next part of the window.', key: 'F6', place: { menu: 'view', group: 4 } },
  'view.previousRegion': { title: 'Previous Region', help: 'Moves the focus to the previous part of the window.', key: 'Shift+F6', place: { menu: 'view', group: 4 } },
  'view.nextProblem': { title: 'Next Problem', help: 'While traces are shown that hold failed requests, goes to the next of these; else to the next problem of the runbook.', key: 'F4', place: { menu: 'view', group: 4 } },
  'view.previousProblem': { title: 'Previous Problem', help: 'While traces are shown that hold failed requests, goes to the one before; else to the problem before in the runbook.', key: 'Shift+F4', place: { menu: 'view', group: 4 } },
  'view.nextTab': { title: 'Next Tab', help: 'Shows the tab to the right.', key: 'CmdOrCtrl+PageDown', place: { menu: 'view', group: 4, submenu: 'Tabs' } },
  'view.previousTab': { title: 'Previous Tab', help: 'Shows the tab to the left.', key: 'CmdOrCtrl+PageUp', place: { menu: 'view', group: 4, submenu: 'Tabs' } },
  'view.moveTabRight': { title: 'Move Tab Right', help: 'Moves the current tab one place to the right.', key: 'CmdOrCtrl+Shift+PageDown', place: { menu: 'view', group: 4, submenu: 'Tabs' } },
  'view.moveTabLeft': { title: 'Move Tab Left', help: 'Moves the current tab one place to the left.', key: 'CmdOrCtrl+Shift+PageUp', place: { menu: 'view', group: 4, submenu: 'Tabs' } },
  'view.largerText': { title: 'Larger Text', help: 'Makes everything in the window larger, up to twice its size.', key: 'CmdOrCtrl+=', otherKey: 'CmdOrCtrl+Plus', place: { menu: 'view', group: 5, submenu: 'Text Size' } },
  'view.smallerText': { title: 'Smaller Text', help: 'Makes everything in the window smaller.', key: 'CmdOrCtrl+-', place: { menu: 'view', group: 5, submenu: 'Text Size' } },
  'view.normalText': { title: 'Normal Text', help: 'Shows everything in its normal size.', key: 'CmdOrCtrl+0', place: { menu: 'view', group: 5, submenu: 'Text Size' } },
  'view.light': { title: 'Light', help: 'Uses light colors.', place: { menu: 'view', group: 6, submenu: 'Colors' } },
  'view.dark': { title: 'Dark', help: 'Uses dark colors.', place: { menu: 'view', group: 6, submenu: 'Colors' } },
  'view.systemColors': { title: 'Same as System', help: 'Follows the colors of the system.', place: { menu: 'view', group: 6, submenu: 'Colors' } },
  'view.highContrast': { title: 'High Contrast', help: 'Uses the strongest contrast.', place: { menu: 'view', group: 6, submenu: 'Colors' } },
  'runbook.addActivity': { title: 'Add Activity…', help: 'Adds an activity after the selected one, or into the selected link.', key: 'Shift+A', scope: 'canvas', asks: true, place: { menu: 'runbook', group: 1 } },
  'runbook.linkTo': { title: 'Link To…', help: 'Links the selected activity to another one.', key: 'L', scope: 'canvas', asks: true, place: { menu: 'runbook', group: 1 } },
  'runbook.addNote': { title: 'Add Note', help: 'Adds a text to the canvas.', key: 'N', scope: 'canvas', asks: true, place: { menu: 'runbook', group: 1 } },
  'runbook.attachSource': { title: 'Detach Start of Link…', help: 'Lets the selected link begin at another activity.', asks: true, place: { menu: 'runbook', group: 1 } },
  'runbook.attachTarget': { title: 'Detach End of Link…', help: 'Lets the selected link lead to another activity.', asks: true, place: { menu: 'runbook', group: 1 } },
  'runbook.rename': { title: 'Rename', help: 'Changes the name of the selected activity or group, or the text of the note.', key: 'F2', scope: 'canvas', asks: true, place: { menu: 'runbook', group: 2 } },
  'runbook.duplicate': { title: 'Duplicate', help: 'Adds copies of the selected activities, with the links among them.', key: 'CmdOrCtrl+D', scope: 'canvas', place: { menu: 'runbook', group: 2 } },
  'runbook.toggleDisabled': { title: 'Enable or Disable', help: 'Switches the selected activities or link off or on.', key: 'D', scope: 'canvas', place: { menu: 'runbook', group: 2 } },
  'runbook.group': { title: 'Group', help: 'Puts the selected activities into a frame with a name; they move together.', key: 'CmdOrCtrl+G', scope: 'canvas', asks: true, place: { menu: 'runbook', group: 4 } },
  'runbook.ungroup': { title: 'Ungroup', help: 'Removes the frame; the activities stay.', key: 'CmdOrCtrl+Shift+G', scope: 'canvas', place: { menu: 'runbook', group: 4 } },
  'runbook.delete': { title: 'Delete', help: 'Deletes the selected activities, notes or link; of a group only the frame.', key: 'Delete', scope: 'canvas', place: { menu: 'runbook', group: 3 } },
  'runbook.alignLeft': { title: 'Align Left', help: 'Brings the left edges of the selected activities into line.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.alignCenter': { title: 'Align Center', help: 'Brings the middles of the selected activities into one column.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.alignRight': { title: 'Align Right', help: 'Brings the right edges of the selected activities into line.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.alignTop': { title: 'Align Top', help: 'Brings the upper edges of the selected activities into line.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.alignMiddle': { title: 'Align Middle', help: 'Brings the middles of the selected activities into one row.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.alignBottom': { title: 'Align Bottom', help: 'Brings the lower edges of the selected activities into line.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.distributeHorizontally': { title: 'Distribute Horizontally', help: 'Makes the spaces between the selected activities the same from left to right.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.distributeVertically': { title: 'Distribute Vertically', help: 'Makes the spaces between the selected activities the same from top to bottom.', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'runbook.tidyUp': { title: 'Tidy Up', help: 'Lays the whole runbook out anew, from left to right.', key: 'Shift+T', scope: 'canvas', place: { menu: 'runbook', group: 4, submenu: 'Arrange' } },
  'run.test': { title: 'Test or Continue', help: 'Runs the runbook to its end or the next breakpoint.', key: 'F5', place: { menu: 'run', group: 1 } },
  'run.withoutBreakpoints': { title: 'Test Without Breakpoints', help: 'Runs the runbook and passes over breakpoints.', key: 'CmdOrCtrl+F5', place: { menu: 'run', group: 1 } },
  'run.step': { title: 'Step', help: 'Runs one activity for one item, with all that it invokes, then pauses.', key: 'F10', place: { menu: 'run', group: 2 } },
  'run.stepInto': { title: 'Step Into', help: 'Goes into the runbook that the paused activity invokes, and pauses before its first activity.', key: 'F11', place: { menu: 'run', group: 2 } },
  'run.stepOut': { title: 'Step Out', help: 'Runs the invoked runbook to its end, then pauses in the one that invoked it.', key: 'Shift+F11', place: { menu: 'run', group: 2 } },
  'run.nextItem': { title: 'Run to Next Item', help: 'Runs until the next item of the paused activity, or waits for the next item of a monitor.', key: 'CmdOrCtrl+F10', place: { menu: 'run', group: 2 } },
  'run.skipItem': { title: 'Leave This Item Out', help: 'Takes the item no further: neither the paused activity nor what follows it runs for it.', place: { menu: 'run', group: 2 } },
  'run.skipActivity': { title: 'Skip This Activity', help: 'Passes the item on as if the paused activity were disabled.', place: { menu: 'run', group: 2 } },
  'run.pause': { title: 'Pause', help: 'Pauses before the next activity.', key: 'F8', place: { menu: 'run', group: 2 } },
  'run.stop': { title: 'Stop', help: 'Stops the run and the request that is under way.', key: 'Shift+F5', place: { menu: 'run', group: 2 } },
  'run.toggleBreakpoint': { title: 'Toggle Breakpoint', help: 'Pauses the run before the selected activity.', key: 'F9', place: { menu: 'run', group: 3 } },
  'run.conditionalBreakpoint': { title: 'Breakpoint With Condition…', help: 'Pauses before the selected activity when a condition holds.', key: 'CmdOrCtrl+F9', place: { menu: 'run', group: 3 } },
  'run.breakpoints': { title: 'Breakpoints…', help: 'Lists the breakpoints of the runbook.', place: { menu: 'run', group: 3 } },
  'run.fromHere': { title: 'Run From Here', help: 'Runs the selected activity and what follows with the data of the last test.', place: { menu: 'run', group: 4 } },
  'run.onlyThis': { title: 'Run This Activity Only', help: 'Runs the selected activity alone with the data of the last test.', key: 'CmdOrCtrl+Enter', place: { menu: 'run', group: 4 } },
  'run.pin': { title: 'Pin or Unpin Result', help: 'Uses the result of the last test in the place of running the selected activity.', place: { menu: 'run', group: 5 } },
  'run.editPin': { title: 'Edit Pinned Result…', help: 'Changes the rows that stand for the result of the selected activity.', place: { menu: 'run', group: 5 } },
  'run.clearResults': { title: 'Clear Results', help: 'Takes the results of the last test off the canvas and out of the console. The history keeps the run.', place: { menu: 'run', group: 5 } },
  'run.showInvoked': { title: 'Show Invoked Run', help: 'Opens the runbook that the selected activity invoked, with that run on its canvas.', place: { menu: 'run', group: 6 } },
  'run.showInvoker': { title: 'Back to Invoking Runbook', help: 'Goes from an invoked run to the activity that invoked it.', place: { menu: 'run', group: 6 } },
  'options.exchangeUser': { title: 'Exchange User…', help: 'Adds, changes and removes the connections to Exchange.', place: { menu: 'options', group: 1 } },
  'options.settings': { title: 'Settings…', help: 'Changes colors, text size, keys and everything else of the app.', key: 'CmdOrCtrl+,', place: { menu: 'options', group: 2 } },
  'tools.demoServer': { title: 'Demo Server', help: 'Shows the demo Exchange server, its mailboxes and requests, and causes faults in it.', place: { menu: 'tools', group: 1 } },
  'tools.sendAgain': { title: 'Send Request Again', help: 'Asks the server the chosen request of the traces once more. Only for requests that read.', key: 'CmdOrCtrl+Shift+R', place: { menu: 'tools', group: 2 } },
  'help.topic': { title: 'Help', help: 'Explains what has the focus.', key: 'F1', place: { menu: 'help', group: 1 } },
  'help.welcome': { title: 'Welcome', help: 'Shows the first page.', place: { menu: 'help', group: 1 } },
  'help.shortcuts': { title: 'Keyboard Shortcuts', help: 'Lists every command with its key, and changes keys.', key: 'CmdOrCtrl+/', place: { menu: 'help', group: 1 } },
  'help.about': { title: 'About Exchange Runbook Studio', help: 'Shows the version.', place: { menu: 'help', group: 2 } },
});
export type CommandId = keyof typeof commands;

/** Whether a word is the id of a command. */
export function isCommandId(word: string): word is CommandId {
  return Object.hasOwn(commands, word);
}
