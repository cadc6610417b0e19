import { AppError } from '../errors/appError.ts';
import { choice, integer, text } from '../fields/field.ts';
import { holds, readNumberList } from '../globals/numberList.ts';
import { textEncodings } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

/** Reads lines of a text file, one row for each (runbook-model 1.11). */
export const readLine = defineActivity({
  type: 'text.readLine',
  version: 1,
  title: 'Read Line',
  category: 'Text File Management',
  icon: 'readLine',
  summary: 'Reads lines of a text file and publishes one row for each.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/read-line',
  connection: 'none',
  effect: 'reads',
  properties: {
    file: text({ label: 'File', required: true, placeholder: 'C:\\Data\\people.txt', help: 'Path of the file on this computer.' }),
    encoding: choice({ label: 'File Encoding', required: true, options: textEncodings, default: 'UTF-8', help: 'How the file holds its text; a byte order mark wins.' }),
    lines: text({ label: 'Line Numbers', required: true, default: '1-END', help: 'Lines to read, such as 1-END, 5 or 1,3-5. END is the last line.' }),
  },
  publishes: {
    file: text({ label: 'File path', required: true, help: 'Path of the file.' }),
    encoding: text({ label: 'File encoding', required: true, help: 'Encoding that was used.' }),
    text: text({ label: 'Line text', required: true, help: 'The line, without its line break.' }),
    number: integer({ label: 'Line number', required: true, help: 'Number of the line in the file, from 1.' }),
    lines: text({ label: 'Line numbers', required: true, help: 'Lines that were asked for.' }),
  },
  async *run({ properties, computer, signal }) {
    const { file, encoding, lines: wanted } = properties;
    const all = (await computer.files.read(file, encoding, signal)).split(/\r\n|\n|\r/);
    // A line break ends a line; what follows the last one is a line only when there is something.
    if (all.at(-1) === '') all.pop();
    const list = readNumberList(wanted, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER, words: { END: all.length }, wordsInRanges: true });
    if (!list.ok) throw new AppError('activity.lineNumbers', { lines: wanted, problem: list.problem });
    for (const [index, line] of all.entries()) {
      if (holds(list.ranges, index + 1)) yield { own: { file, encoding, text: line, number: index + 1, lines: wanted } };
    }
  },
});
