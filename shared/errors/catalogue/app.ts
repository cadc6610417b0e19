import { catalogueOf } from './entry.ts';

/** What helps against a credential store that does not open. */
const unlocking = [
  'Unlock it in the program that manages it, or by signing in to the desktop again, then try again.',
  'Or enter the password in the configuration: it is kept until the app closes.',
  'For the command line, set EXCHANGE_RUNBOOK_SECRET_<CONNECTION>.',
] as const;

/** Failures of the app itself: defects, cancellation, settings, the keychain, the command line. */
export const appErrors = catalogueOf({
  'app.bug': {
    kind: 'bug',
    texts: (d) => ({
      what: `The app has a defect: ${d.doing ?? 'an operation'} failed.`,
      fix: [`Copy the report and send it with the reference ${d.reference ?? 'of the log'}.`, 'Try the same again, or restart the app.'],
    }),
  },
  'app.cancelled': {
    kind: 'cancelled',
    texts: () => ({ what: 'The operation was stopped.', fix: ['Start it again when you want to continue.'] }),
  },
  'app.partMissing': {
    kind: 'operational',
    texts: (d) => ({
      what: 'A part of the window could not be loaded.',
      why: d.problem ?? 'A file of the app is missing or cannot be read.',
      fix: ['Try again.', 'If it stays away, install the app again: a file of it is missing or damaged.'],
    }),
  },
  'app.invalidRequest': {
    kind: 'bug',
    texts: (d) => ({
      what: `The window sent a request that the app does not accept (${d.channel ?? 'unknown channel'}).`,
      why: d.problem ?? 'The request does not match the contract between window and app.',
      fix: ['Close and reopen the window. If it happens again, report it as a defect.'],
    }),
  },
  'app.foreignSender': {
    kind: 'bug',
    texts: (d) => ({
      what: 'A request came from a page that is not part of the app, and was refused.',
      why: `Only the app's own windows may ask; this one came from ${d.origin === undefined || d.origin === '' ? 'an unknown page' : d.origin}.`,
      fix: ['Restart the app. If it happens again, report it as a defect.'],
    }),
  },
  'app.linkNotAllowed': {
    kind: 'user',
    texts: (d) => ({
      what: `The link to ${d.host ?? 'this page'} is not opened.`,
      why: 'The app opens documentation and sign-in pages of Microsoft only.',
      fix: ['Copy the address and open it in a browser when you trust it.'],
    }),
  },
  'app.settingsUnreadable': {
    kind: 'operational',
    texts: (d) => ({
      what: 'The settings file cannot be read; the app goes on with its defaults.',
      why: d.problem ?? 'The file is not valid JSON.',
      fix: [`Correct or delete ${d.file ?? 'the settings file'}. Changing a setting replaces the file and keeps the old one beside it.`],
    }),
  },
  'app.keysUnreadable': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} holds no exported keys.`,
      why: 'It is not the JSON that Export Keys writes.',
      fix: ['Choose a file that was written by Settings > Keyboard > Export keys.'],
    }),
  },
  'app.workerStopped': {
    kind: 'bug',
    texts: (d) => ({
      what: 'The process that does the work ended before it was finished.',
      why: d.problem ?? 'It ended without a message.',
      fix: ['Start the run again.', 'If it happens again, copy the report and send it.'],
    }),
  },
  'keychain.unavailable': {
    kind: 'operational',
    texts: (d) => ({
      what: `This computer has no credential store available (${d.store ?? 'keychain'}).`,
      why: d.problem ?? 'No service answers under the name of the credential store.',
      fix: [
        'On Linux, install and unlock a Secret Service such as GNOME Keyring or KeePassXC.',
        'Until then, passwords are kept until the app closes and must be entered again.',
        'For the command line, set EXCHANGE_RUNBOOK_SECRET_<CONNECTION>.',
      ],
    }),
  },
  'keychain.locked': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.store ?? 'The credential store'} is locked.`,
      why: 'What it holds can be read after it was unlocked.',
      fix: [...unlocking],
    }),
  },
  'keychain.dismissed': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.store ?? 'The credential store'} stays locked: its password dialog was closed.`,
      why: 'Somebody closed it, or there is no desktop on which it could be shown.',
      fix: ['Try again, and enter the password of the credential store.', ...unlocking],
    }),
  },
  'keychain.timeout': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.store ?? 'The credential store'} did not answer within ${d.seconds ?? 'the'} seconds.`,
      why: 'It is usually waiting for a person to unlock it in a dialog.',
      fix: [...unlocking],
    }),
  },
  'keychain.failed': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.store ?? 'The credential store'} refused to ${d.doing ?? 'work with'} the password.`,
      why: d.problem ?? 'It gave no reason.',
      fix: ['Unlock the credential store and check that it has a default collection, then try again.'],
    }),
  },
  'secret.missing': {
    kind: 'user',
    texts: (d) => ({
      what: `There is no password for ${d.connection ?? 'the configuration'} on this computer.`,
      why: 'Passwords are kept in the credential store of the computer where they were entered, never in the workspace.',
      fix: [
        'Open the configuration under Options > Exchange User and enter the password.',
        `For the command line, set ${d.variable ?? 'EXCHANGE_RUNBOOK_SECRET_<CONNECTION>'}.`,
      ],
    }),
  },
  'trace.gone': {
    kind: 'user',
    texts: () => ({
      what: 'This request is not kept any more.',
      why: 'The newest requests stay in memory up to a size limit, and Clear drops all. Those of a run are kept with the run in the history, up to a size limit as well.',
      fix: ['Open the run in the history and look at its traces there.', 'Run the activity again.', 'To keep every request, switch on Trace EWS request/response in the configuration: it writes files.'],
    }),
  },
  'trace.notSentAgain': {
    kind: 'user',
    texts: (d) => ({
      what: 'The request is not sent again.',
      why: d.reason ?? 'Only requests that read are sent again.',
      fix: ['Run the activity again: it makes its requests anew.'],
    }),
  },
  'trace.notATraceFile': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file === undefined || d.file === '' ? 'The folder' : d.file} holds no traces.`,
      why: 'A trace file consists of blocks that begin with <Trace Tag="EwsRequest" …>, as SOAPe, the EWS Managed API and this app write them.',
      fix: ['Choose a file whose name ends in .ews-trace.xml.log, or a log of SOAPe.'],
    }),
  },
  'demo.notStarted': {
    kind: 'operational',
    texts: (d) => ({
      what: 'The demo Exchange server cannot start.',
      why: d.problem ?? 'The system gave no reason.',
      fix: ['Choose another port, or none to take any free one.', 'Start it again.'],
    }),
  },
  'cli.usage': {
    kind: 'user',
    texts: (d) => ({ what: d.problem ?? 'The command line cannot be understood.', fix: [d.usage ?? 'Run the command with --help to see what it takes.'] }),
  },
  'cli.later': {
    kind: 'user',
    texts: (d) => ({ what: `The command ${d.command ?? ''} comes with a later version.`, fix: ['Run --help to see the commands of this version.'] }),
  },
});
