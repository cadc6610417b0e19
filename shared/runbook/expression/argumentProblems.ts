import { parseDecimal } from './decimal.ts';
import { signature, type FunctionParameter } from './functionDefinition.ts';
import { functionNamed } from './functions.ts';
import type { Expression, Node, SyntaxProblem } from './parse.ts';

/** The text of an argument that holds no placeholder and no function; only then is its value known before a run. */
function literal(nodes: readonly Node[]): string | undefined {
  const texts = nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  return texts.length === nodes.length ? texts.join('') : undefined;
}

function expected({ kind }: FunctionParameter, text: string): string | undefined {
  if (kind === 'number') return parseDecimal(text) === undefined ? 'a number' : undefined;
  if (kind === 'whole') return /^\+?\d{1,15}$/.test(text.trim()) ? undefined : 'a whole number of 0 or more';
  return undefined;
}

function within(nodes: readonly Node[]): SyntaxProblem[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'call') return [];
    const definition = functionNamed(node.name);
    const own = node.arguments.flatMap((argument, index): SyntaxProblem[] => {
      const parameter = definition?.parameters[Math.min(index, definition.parameters.length - 1)];
      const text = literal(argument);
      const wanted = parameter === undefined || text === undefined ? undefined : expected(parameter, text);
      if (definition === undefined || parameter === undefined || wanted === undefined) return [];
      const message = `${parameter.name} of ${definition.name} must be ${wanted}, not "${text}": ${signature(definition)} is expected.`;
      return [{ start: node.start, end: node.end, message }];
    });
    return [...own, ...node.arguments.flatMap(within)];
  });
}

/** Arguments that do not fit their parameters, where that can be told before a run. */
export function argumentProblems(expression: Expression): readonly SyntaxProblem[] {
  return within(expression.nodes);
}
