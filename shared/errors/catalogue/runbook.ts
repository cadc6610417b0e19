import { catalogueOf } from './entry.ts';

/** Failures of a run: values that cannot be used, limits, activities that cannot start. */
export const runbookErrors = catalogueOf({
  'runbook.invalidValue': {
    kind: 'user',
    texts: (d) => ({
      what: d.problem ?? `The value of ${d.field ?? 'a property'} does not fit.`,
      why: 'The value was put together from the text of the property and published data when the activity started.',
      fix: [`Change ${d.field ?? 'the value'} in the activity's properties.`],
    }),
  },
  'runbook.functionArgument': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.function ?? 'A function'} needs ${d.expected ?? 'another value'} for ${d.parameter ?? 'a parameter'}; it is "${d.value ?? ''}".`,
      why: 'The value comes from the text of the property, or from published data that is put in when the activity runs.',
      fix: [
        'Look at the published data of the row this execution worked on.',
        `Change the call of ${d.function ?? 'the function'} in the activity's properties.`,
      ],
    }),
  },
  'runbook.divisionByZero': {
    kind: 'user',
    texts: (d) => ({
      what: `Div cannot divide ${d.dividend ?? 'a number'} by zero.`,
      fix: ['Test the divisor in a link before this activity, or change the call of Div.'],
    }),
  },
  'runbook.noConnection': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.activity ?? 'The activity'} has no configuration.`,
      fix: ["Choose a configuration in the activity's properties under Configuration Name."],
    }),
  },
  'runbook.unknownConnection': {
    kind: 'user',
    texts: (d) => ({
      what: `The configuration ${d.connection ?? ''} of ${d.activity ?? 'the activity'} does not exist in this workspace.`,
      why: 'It was removed or renamed, or the runbook comes from another workspace.',
      fix: ["Add the configuration under Options > Exchange User, or choose another one in the activity's properties."],
    }),
  },
  'runbook.wrongConnectionType': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.activity ?? 'The activity'} needs a configuration of the type ${d.needed ?? ''}; ${d.connection ?? 'its configuration'} has the type ${d.type ?? ''}.`,
      fix: ['Choose a configuration of the other type, or add one under Options > Exchange User.'],
    }),
  },
  'runbook.unknownActivityType': {
    kind: 'user',
    texts: (d) => ({
      what: `This version does not know the activity type ${d.type ?? ''} of ${d.activity ?? 'an activity'}.`,
      why: 'The runbook was made with another version of the app, or the type is misspelled in the file.',
      fix: ['Update the app, or remove the activity from the runbook.'],
    }),
  },
  'runbook.unknownFilter': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.activity ?? 'The activity'} cannot filter by ${d.field ?? 'this property'}${d.itemType === undefined ? '' : ` of ${d.itemType}`}.`,
      fix: ['Choose another property in the filter row, or remove the row.'],
    }),
  },
  'runbook.filterOperator': {
    kind: 'user',
    texts: (d) => ({
      what: `The filter on ${d.field ?? 'a property'} cannot use "${d.operator ?? ''}".`,
      fix: [`Choose one of: ${d.offered ?? 'the operators that are offered'}.`],
    }),
  },
  'runbook.noStart': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} has no activity to start with.`,
      why: 'A runbook starts with the one activity that no link leads to.',
      fix: ['Add an activity, or remove the link that leads back to the first one.'],
    }),
  },
  'runbook.severalStarts': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} has more than one activity to start with: ${d.activities ?? ''}.`,
      why: 'A runbook starts with the one activity that no link leads to.',
      fix: ['Link the activities together, or remove those that are not needed.'],
    }),
  },
  'runbook.cycle': {
    kind: 'user',
    texts: (d) => ({
      what: `Links lead in a circle through ${d.activities ?? 'several activities'}.`,
      fix: ['Remove the link that leads back.'],
    }),
  },
  'runbook.targetNotFound': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.activity ?? 'The activity'} cannot find the runbook ${d.runbook === undefined || d.runbook === '' ? 'it should invoke' : d.runbook}.`,
      why:
        d.by === 'path'
          ? 'No runbook of this workspace has this path of folders and name.'
          : 'The runbook was removed, renamed or moved, its file cannot be read, or it belongs to another workspace.',
      fix: ["Choose another runbook in the activity's properties."],
    }),
  },
  'runbook.targetMonitors': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} starts with a monitor and cannot be invoked.`,
      why: 'A monitor starts its runbook by itself, whenever something happens.',
      fix: ['Choose another runbook, or move what follows the monitor into a runbook of its own and invoke that one from both.'],
    }),
  },
  'runbook.invokedTooDeep': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} was not invoked, because ${d.depth ?? 'too many'} runbooks invoke each other already.`,
      why: `They lead in a circle, or too deep: ${d.chain ?? ''}.`,
      fix: ['Remove the activity that invokes a runbook which leads back to itself, or put a condition on the link that leads to it.', 'To repeat an activity, use its Looping.'],
    }),
  },
  'runbook.invokeDeadlock': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.runbook ?? 'The runbook'} was not invoked, because it would wait for ever.`,
      why: 'All of its jobs wait for runbooks that wait for this one, and its properties allow no more jobs at the same time.',
      fix: ['Raise the maximum number of simultaneous jobs in the properties of the runbook.', 'Or let the runbooks invoke each other one after the other.'],
    }),
  },
  'runbook.childFailed': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.runbook ?? 'The invoked runbook'} failed.`,
      why: 'One of its activities failed, and no link took care of it.',
      fix: ['Look at its activities in the log of the run.', 'To go on all the same, add a link that follows failed.'],
    }),
  },
  'runbook.nothingToRunFrom': {
    kind: 'user',
    texts: (d) => ({
      what: `No row of the earlier run leads to ${d.activity ?? 'the activity'}.`,
      why: 'The links before it let none of the rows pass, or the activities before it did not run.',
      fix: ['Look at the links that lead to the activity.', 'Run the whole runbook, then run from here again.'],
    }),
  },
  'runbook.valueNotKept': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.value ?? 'The value'} is not known at this point of the run.`,
      why: 'A test without breakpoints keeps of each row only what later activities use, and no activity uses this value.',
      fix: ['Start the test again with breakpoints on: it keeps every value.'],
    }),
  },
  'runbook.limitReached': {
    kind: 'operational',
    texts: (d) => ({
      what: `The run was stopped at its limit of ${d.maximum ?? ''} ${d.unit ?? ''}.`,
      why: 'Limits keep a runbook that was drawn by mistake from working on a mailbox without end.',
      fix: ['Look at the activity that ran most often.', 'Lower Maximum Items, add a filter, or flatten the rows before the next activity.'],
    }),
  },
});
