import { catalogueOf } from './entry.ts';

/** Failures with the workspace folder and its files. */
export const workspaceErrors = catalogueOf({
  'workspace.notOpen': {
    kind: 'user',
    texts: () => ({ what: 'No workspace is open.', fix: ['Open a workspace folder, or open the demo.'] }),
  },
  'workspace.notFound': {
    kind: 'user',
    texts: (d) => ({
      what: `The folder ${d.path ?? ''} cannot be opened.`,
      why: d.problem ?? 'It does not exist, or this account may not read it.',
      fix: ['Check the path and its permissions.', 'Choose another folder with File > Open Workspace.'],
    }),
  },
  'workspace.notAWorkspace': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.path ?? 'The folder'} is not a workspace: it has no workspace.yaml.`,
      fix: ['Choose the folder that holds workspace.yaml.', 'To make this folder a workspace, open it once with File > Open Workspace.'],
    }),
  },
  'file.tooNew': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} was written by a newer version of the app.`,
      why: `It has format version ${d.found ?? 'unknown'}; this app reads up to ${d.known ?? 'unknown'}.`,
      fix: ['Update the app. Until then the file can be read but not saved.'],
    }),
  },
  'file.broken': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} is not valid YAML: line ${d.line ?? 'unknown'}.`,
      why: d.problem ?? 'The text cannot be parsed.',
      fix: [
        `Open the file in a text editor and correct line ${d.line ?? 'the line that is named'}.`,
      ],
    }),
  },
  'file.conflict': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} holds both versions of ${d.count === '1' ? 'a change' : `${d.count ?? 'several'} changes`}: a merge in git was not finished.`,
      why: `The first conflict begins at line ${d.line ?? 'unknown'} with <<<<<<<.`,
      fix: ['Keep one version of the lines that are marked, or edit the file by hand.', 'Then commit it.'],
    }),
  },
  'file.invalid': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} holds a value that cannot be used: ${d.where ?? 'a value'}${d.line === undefined ? '' : `, line ${d.line}`}.`,
      why: d.problem ?? 'It does not have the expected form.',
      fix: ['Open the file in a text editor and correct the value.'],
    }),
  },
  'file.notFound': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} does not exist any more.`,
      why: 'It was deleted, moved or renamed by another program.',
      fix: ['Look for it in the side bar, or restore it from version control.'],
    }),
  },
  'file.exists': {
    kind: 'user',
    texts: (d) => ({ what: `There is already a file ${d.file ?? 'of this name'}.`, fix: ['Choose another name.'] }),
  },
  'file.outside': {
    kind: 'bug',
    texts: (d) => ({
      what: `${d.key ?? 'The name'} does not name a file of the workspace, and was refused.`,
      fix: ['Use names without "..", and without a leading slash.'],
    }),
  },
  'file.changedOutside': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} was changed by another program since it was opened.`,
      why: 'Saving now would overwrite that change.',
      fix: ['Load the version on disk, or keep yours and overwrite it.'],
    }),
  },
  'file.unreadable': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} cannot be read.`,
      why: d.problem ?? 'The system gave no reason.',
      fix: ['Check that the file exists and that this account may read it.'],
    }),
  },
  'file.unwritable': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} cannot be written. What was there before is unchanged.`,
      why: d.problem ?? 'The system gave no reason.',
      fix: ['Check free space, and that this account may write to the folder.', 'Save again.'],
    }),
  },
  'connection.notFound': {
    kind: 'user',
    texts: (d) => ({
      what: `There is no configuration "${d.connection ?? ''}" in the workspace.`,
      fix: ['Choose another configuration in the activity, or add one under Options > Exchange User.'],
    }),
  },
  'connection.invalid': {
    kind: 'user',
    texts: (d) => ({
      what: `The configuration cannot be saved: ${d.problem ?? 'a value does not fit.'}`,
      fix: [`Change ${d.field ?? 'the value'} and save again.`],
    }),
  },
});
