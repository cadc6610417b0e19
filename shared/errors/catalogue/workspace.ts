import { catalogueOf } from './entry.ts';

/** Failures with files of a workspace. */
export const workspaceErrors = catalogueOf({
  'file.tooNew': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.file ?? 'The file'} was written by a newer version of the app.`,
      why: `It has format version ${d.found ?? 'unknown'}; this app reads up to ${d.known ?? 'unknown'}.`,
      fix: ['Update the app. Until then the file can be read but not saved.'],
    }),
  },
});
