import { catalogueOf } from './entry.ts';

/** Failures of a run: values that cannot be used, limits, activities that cannot start. */
export const runbookErrors = catalogueOf({
  'runbook.invalidValue': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.field ?? 'A property'} cannot be used: ${d.problem ?? 'the value does not fit'}`,
      fix: [`Change ${d.field ?? 'the value'} in the activity's properties.`],
    }),
  },
});
