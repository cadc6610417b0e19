import { signature, type FunctionDefinition } from './functionDefinition.ts';

function section(definition: FunctionDefinition): string {
  const parameters = definition.parameters.map(({ name, help, optional }) => `- **${name}**${optional === true ? ' (optional)' : ''}: ${help}`);
  const examples = definition.examples.map(({ call, result }) => `- \`[${call}]\` gives ${result === '' ? 'empty text' : `\`${result}\``}`);
  return [`## ${definition.name}`, definition.help, `\`[${signature(definition)}]\``, parameters.join('\n'), examples.join('\n')].join('\n\n');
}

/** The page about data manipulation functions, as Markdown. */
export function functionsPage(definitions: readonly FunctionDefinition[]): string {
  const intro = [
    '# Functions',
    "A function stands in square brackets anywhere in a property: `[Upper('text')]`. Names are case-sensitive; a bracket with any other word in it is ordinary text. Text stands in single quotes, numbers do not. Published data can stand inside or instead of the quotes, functions inside functions: `[Upper({{find.Subject}})]`, `[Left(Trim('{{find.Subject}}'), 10)]`.",
    'Values are put in after the function has been read, so an apostrophe in a subject cannot break it.',
  ];
  return `${[...intro, ...definitions.map(section)].join('\n\n')}\n`;
}
