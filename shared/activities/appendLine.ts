import { choice, integer, text } from '../fields/field.ts';
import { textEncodings } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

/** Adds a line to a text file (runbook-model 1.11). */
export const appendLine = defineActivity({
  type: 'text.appendLine',
  version: 1,
  title: 'Append Line',
  category: 'Text File Management',
  icon: 'appendLine',
  summary: 'Adds a line at the end of a text file.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/append-line',
  connection: 'none',
  effect: 'changes',
  properties: {
    file: text({ label: 'File', required: true, placeholder: 'C:\\Logs\\helpdesk.txt', help: 'Path of the file on this computer. It is made, with its folder, when it is missing.' }),
    encoding: choice({ label: 'File Encoding', required: true, options: textEncodings, default: 'UTF-8', help: 'How the file holds its text.' }),
    text: text({ label: 'Text', help: 'The line. A line break in it stays, so that it becomes several lines.' }),
  },
  publishes: {
    file: text({ label: 'File path', required: true, help: 'Path of the file.' }),
    encoding: text({ label: 'File encoding', required: true, help: 'Encoding that was used.' }),
    text: text({ label: 'Line text', required: true, help: 'The line that was added.' }),
    number: integer({ label: 'Line number', required: true, help: 'Number of the line in the file, from 1.' }),
  },
  async *run({ properties, computer, signal }) {
    const { file, encoding, text: line = '' } = properties;
    const number = await computer.files.appendLine(file, line, encoding, signal);
    yield { own: { file, encoding, text: line, number } };
  },
});
