import { catalogueOf } from './entry.ts';

/** Failures with recorded runs. */
export const historyErrors = catalogueOf({
  'history.notFound': {
    kind: 'user',
    texts: () => ({
      what: 'This run is not in the history any more.',
      why: 'It was deleted, or it was older than the history keeps runs.',
      fix: ['Choose another run in History.', 'To keep runs longer, raise the age or the size of the history in the settings.'],
    }),
  },
  'history.going': {
    kind: 'user',
    texts: (d) => ({
      what: `The run of ${d.runbook ?? 'this runbook'} goes on and cannot be deleted.`,
      fix: ['Stop the run, or wait for its end, and delete it then.'],
    }),
  },
  'history.unwritable': {
    kind: 'operational',
    texts: (d) => ({
      what: `The run cannot be recorded in ${d.file ?? 'the history'}. The run itself goes on.`,
      why: d.problem ?? 'The system gave no reason.',
      fix: ['Check free space, and that this account may write to the folder of the history.'],
    }),
  },
});
