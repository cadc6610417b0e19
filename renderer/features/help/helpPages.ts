import type { CommandId } from '../../../shared/commands/commands.ts';
import type { HelpTopic } from '../../stores/layout.ts';

/** A page of help. */
interface HelpPage {
  readonly title: string;
  readonly text: readonly string[];
  readonly commands: readonly CommandId[];
}

/** The help about each part of the window. */
export const helpPages: Readonly<Record<HelpTopic, HelpPage>> = {
  window: {
    title: 'Exchange Runbook Studio',
    text: [
      'The rail at the left chooses a list; the list opens runbooks in tabs. Properties of what is selected are at the right, and console, traces and problems are below.',
      'Every command is in the command palette, with its key.',
    ],
    commands: ['view.palette', 'view.goTo', 'view.nextRegion', 'view.previousRegion', 'view.sideBar', 'view.bottomPanel', 'view.propertyPanel'],
  },
  runbooks: {
    title: 'Runbooks',
    text: ['The runbooks of the workspace, one file each. Enter opens one; arrow right and left open and close folders.', 'The context menu deletes a runbook to the recycle bin.'],
    commands: ['file.newRunbook', 'file.save', 'view.goTo'],
  },
  connections: {
    title: 'Connections',
    text: ['A configuration says which server an activity works with and how it signs in. Passwords stay in the credential store of this computer.'],
    commands: ['options.exchangeUser'],
  },
  canvas: {
    title: 'Canvas',
    text: [
      'A runbook is drawn as activities and the links that lead from one to the next. Tab goes through activities and links, the arrow keys move what is selected, and Enter goes to its properties.',
      'A test runs the runbook here: each activity shows its state, and the console below shows its data.',
    ],
    commands: ['runbook.addActivity', 'runbook.linkTo', 'runbook.rename', 'runbook.toggleDisabled', 'runbook.delete', 'run.test', 'run.step', 'run.toggleBreakpoint'],
  },
  properties: {
    title: 'Properties',
    text: [
      'What the selected activity, link or runbook does. Changes apply at once and can be taken back.',
      'A value can be text, published data of an activity that runs before, or a function. The last test shows what each value became.',
    ],
    commands: ['edit.undo', 'edit.redo', 'view.propertyPanel'],
  },
  console: {
    title: 'Console',
    text: ['The executions of the last test with what went in, what was published, and what failed. Choosing one selects its activity on the canvas.'],
    commands: ['run.test', 'run.step', 'run.nextItem', 'run.pause', 'run.stop'],
  },
  traces: {
    title: 'Traces',
    text: ['Every request with its answer, as it went over the wire. Passwords and tokens are masked where they are captured.', 'The filter takes words such as status:error or op:FindItem.'],
    commands: ['view.nextProblem', 'view.previousProblem'],
  },
  problems: {
    title: 'Problems',
    text: ['Everything that keeps the runbook from working as drawn. Errors keep it from being tested, warnings do not. Enter goes to the field.'],
    commands: ['view.nextProblem', 'view.previousProblem'],
  },
  settings: {
    title: 'Settings',
    text: ['Settings belong to the person, not to the workspace, and apply at once. Reset brings one back to how it began.'],
    commands: ['options.settings', 'help.shortcuts', 'view.largerText', 'view.smallerText', 'view.normalText'],
  },
};
