import type { FunctionDefinition, FunctionParameter } from './functionDefinition.ts';

const subject: FunctionParameter = { name: 'Text', kind: 'text', help: 'The text to work on.' };
const count: FunctionParameter = { name: 'Count', kind: 'whole', help: 'How many characters.' };

// Characters as people count them: half an emoji is no character, and would not survive in a request.
const characters = (text: string): string[] => Array.from(text);

/** Functions that take and give text. */
export const textFunctions: readonly FunctionDefinition[] = [
  {
    name: 'Upper',
    parameters: [subject],
    help: 'Turns letters into capitals.',
    examples: [{ call: "Upper('this will be in capitals')", result: 'THIS WILL BE IN CAPITALS' }],
    apply: (given) => given.text(0).toUpperCase(),
  },
  {
    name: 'Lower',
    parameters: [subject],
    help: 'Turns letters into small letters.',
    examples: [{ call: "Lower('This Will Be In Small Letters')", result: 'this will be in small letters' }],
    apply: (given) => given.text(0).toLowerCase(),
  },
  {
    name: 'Field',
    parameters: [
      subject,
      { name: 'Delimiter', kind: 'text', help: 'What separates the fields.' },
      { name: 'Number', kind: 'whole', help: 'Which field, counting from 1.' },
    ],
    help: 'Takes one field of a text that a delimiter divides. Empty when there are fewer fields.',
    examples: [
      { call: "Field('John;Smith;9055552211', ';', 2)", result: 'Smith' },
      { call: "Field('John;Smith', ';', 3)", result: '' },
    ],
    apply: (given) => {
      const delimiter = given.text(1);
      const fields = delimiter === '' ? [given.text(0)] : given.text(0).split(delimiter);
      return fields[given.whole(2, 1) - 1] ?? '';
    },
  },
  {
    name: 'Instr',
    parameters: [subject, { name: 'Find', kind: 'text', help: 'The text to look for, with regard to case.' }],
    help: 'Position at which a text first appears, counting from 1. 0 when it does not appear.',
    examples: [
      { call: "Instr('This is a string that is searched', 'string')", result: '11' },
      { call: "Instr('This is a string', 'number')", result: '0' },
    ],
    apply: (given) => {
      const at = given.text(0).indexOf(given.text(1));
      return String(at < 0 ? 0 : characters(given.text(0).slice(0, at)).length + 1);
    },
  },
  {
    name: 'Right',
    parameters: [subject, count],
    help: 'Takes the last characters of a text.',
    examples: [{ call: "Right('Take from the right', 9)", result: 'the right' }],
    apply: (given) => {
      const all = characters(given.text(0));
      return all.slice(Math.max(0, all.length - given.whole(1, 0))).join('');
    },
  },
  {
    name: 'Left',
    parameters: [subject, count],
    help: 'Takes the first characters of a text.',
    examples: [{ call: "Left('Take from the left', 4)", result: 'Take' }],
    apply: (given) => characters(given.text(0)).slice(0, given.whole(1, 0)).join(''),
  },
  {
    name: 'Mid',
    parameters: [subject, { name: 'Start', kind: 'whole', help: 'Where to start, counting from 0.' }, count],
    help: 'Takes characters from the middle of a text.',
    examples: [{ call: "Mid('Take from the middle', 5, 4)", result: 'from' }],
    apply: (given) => {
      const start = given.whole(1, 0);
      return characters(given.text(0))
        .slice(start, start + given.whole(2, 0))
        .join('');
    },
  },
  {
    name: 'LTrim',
    parameters: [subject],
    help: 'Removes spaces at the start.',
    examples: [{ call: "LTrim('  Remove the spaces  ')", result: 'Remove the spaces  ' }],
    apply: (given) => given.text(0).trimStart(),
  },
  {
    name: 'RTrim',
    parameters: [subject],
    help: 'Removes spaces at the end.',
    examples: [{ call: "RTrim('  Remove the spaces  ')", result: '  Remove the spaces' }],
    apply: (given) => given.text(0).trimEnd(),
  },
  {
    name: 'Trim',
    parameters: [subject],
    help: 'Removes spaces at both ends.',
    examples: [{ call: "Trim('  Remove the spaces  ')", result: 'Remove the spaces' }],
    apply: (given) => given.text(0).trim(),
  },
  {
    name: 'Len',
    parameters: [subject],
    help: 'Number of characters.',
    examples: [{ call: "Len('Measure this text')", result: '17' }],
    apply: (given) => String(characters(given.text(0)).length),
  },
];
