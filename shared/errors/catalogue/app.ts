import { catalogueOf } from './entry.ts';

/** Failures of the app itself: defects, cancellation, settings, the keychain. */
export const appErrors = catalogueOf({
  'app.bug': {
    kind: 'bug',
    texts: (d) => ({
      what: `The app has a defect: ${d.doing ?? 'an operation'} failed.`,
      fix: [`Copy the report and send it with the reference ${d.reference ?? ''}.`, 'Try the same again, or restart the app.'],
    }),
  },
  'app.cancelled': {
    kind: 'cancelled',
    texts: () => ({ what: 'The operation was stopped.', fix: ['Start it again when you want to continue.'] }),
  },
  'app.invalidRequest': {
    kind: 'bug',
    texts: (d) => ({
      what: `The window sent a request that the app does not accept (${d.channel ?? 'unknown channel'}).`,
      why: d.problem ?? 'The request does not match the contract between window and app.',
      fix: ['Close and reopen the window. If it happens again, report it as a defect.'],
    }),
  },
});
