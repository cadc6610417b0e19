import { body, choice, integer, text } from '../fields/field.ts';
import { existingFileRules, textEncodings } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

const ofText = { when: { field: 'content', is: 'Text' } } as const;

/** Writes a text, or what another file such as a saved attachment holds, to a file of this computer. */
export const writeFile = defineActivity({
  type: 'file.writeFile',
  version: 1,
  title: 'Write File',
  category: 'File Management',
  icon: 'writeFile',
  summary: 'Writes a text or a saved attachment to a file of this computer.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities',
  connection: 'none',
  effect: 'changes',
  properties: {
    file: text({ label: 'File', required: true, placeholder: 'C:\\Mail\\Invoices\\invoice.pdf', help: 'Whole path of the file. Its folder is made when it is missing; a path with .. is refused.' }),
    content: choice({ label: 'Content', required: true, options: ['Text', 'Other file'], default: 'Text', help: 'What is written. Other file takes a saved attachment as it is.' }),
    text: body({ ...ofText, label: 'Text', help: 'The text to write.' }),
    encoding: choice({ ...ofText, label: 'File Encoding', required: true, options: textEncodings, default: 'UTF-8', help: 'How the file holds the text.' }),
    from: text({ label: 'Copy From', required: true, when: { field: 'content', is: 'Other file' }, help: 'Path of the file whose content is written, for example Saved Attachments of Get Item.' }),
    existing: choice({ label: 'If the File Exists', required: true, options: existingFileRules, default: 'Fail', help: 'What becomes of a file that is there already. Numbered files are called name (2), name (3) and so on.' }),
  },
  publishes: {
    file: text({ label: 'File path', required: true, help: 'Path of the file that was written.' }),
    size: integer({ label: 'File size', required: true, help: 'Size of the file in bytes.' }),
  },
  async *run({ properties, computer: { files }, signal }) {
    const { file, content, text: written = '', encoding, from, existing } = properties;
    const { path, size } = content === 'Text' ? await files.write(file, written, { encoding, existing }, signal) : await files.copy(from, file, existing, signal);
    yield { own: { file: path, size } };
  },
});
