import { catalogueOf } from './entry.ts';

/** Failures with variables, counters and schedules. */
export const globalErrors = catalogueOf({
  'variable.noValue': {
    kind: 'user',
    texts: (d) => ({
      what: `The encrypted variable ${d.variable ?? ''} has no value on this computer.`,
      why: 'The workspace holds its name only; each computer keeps the value in its own credential store.',
      fix: ['Set the value in the Variables view.', `On the command line, put it into the environment variable ${d.environment ?? 'of the variable'}.`],
    }),
  },
  'variable.encryptedMixed': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.field ?? 'A field'} combines the encrypted variable ${d.variable ?? ''} with other text.`,
      why: 'A secret that is part of a longer text could be read wherever that text is shown.',
      fix: ['Leave only the reference to the variable in the field.', 'If the value is no secret, make the variable a plain one.'],
    }),
  },
  'variable.notFound': {
    kind: 'user',
    texts: (d) => ({ what: `There is no variable ${d.variable ?? ''}.`, why: 'It was removed or renamed, here or by another program.', fix: ['Look for it in the Variables view.'] }),
  },
  'variable.notEncrypted': {
    kind: 'user',
    texts: (d) => ({ what: `The variable ${d.variable ?? ''} is not encrypted, so the credential store keeps nothing for it.`, fix: ['Change its value in the Variables view.'] }),
  },
  'counter.notFound': {
    kind: 'user',
    texts: (d) => ({ what: `There is no counter ${d.counter ?? ''}.`, why: 'It was removed or renamed, or the runbook comes from another workspace.', fix: ['Add the counter in the Variables view, or choose another one in the activity.'] }),
  },
  'schedule.notFound': {
    kind: 'user',
    texts: (d) => ({ what: `There is no schedule ${d.schedule ?? ''}.`, why: 'It was removed or renamed, or the runbook comes from another workspace.', fix: ['Add the schedule in the Variables view, or choose another one in the activity.'] }),
  },
  'schedule.outside': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} may not start now: its schedule ${d.schedule ?? ''} does not permit it.`,
      why: 'A start outside the schedule is refused and not made up for. A run that goes on is never interrupted by it.',
      fix: ['Start it at a time the schedule permits.', 'Change the schedule in the Variables view, or choose another one in the properties of the runbook.'],
    }),
  },
  'global.invalid': {
    kind: 'user',
    texts: (d) => ({ what: `The ${d.noun ?? 'entry'} cannot be saved: ${d.problem ?? 'a value does not fit.'}`, fix: ['Change the value and save again.'] }),
  },
});
