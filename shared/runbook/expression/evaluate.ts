import { argumentsFor } from './functionDefinition.ts';
import { functionNamed } from './functions.ts';
import type { Expression, Node } from './parse.ts';
import type { Reference } from './reference.ts';

/** Where values come from. */
export interface Scope {
  /** The value of a reference, or undefined where there is none. */
  value(target: Reference): string | undefined;
  /** Told of each reference without a value; its text is empty. */
  missing(target: Reference): void;
}

function textOf(node: Node, scope: Scope): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'reference') {
    const value = scope.value(node.target);
    if (value === undefined) scope.missing(node.target);
    return value ?? '';
  }
  const definition = functionNamed(node.name);
  if (definition === undefined) return '';
  const texts = node.arguments.map((nodes) => join(nodes, scope));
  return definition.apply(argumentsFor(definition, texts));
}

function join(nodes: readonly Node[], scope: Scope): string {
  return nodes.map((node) => textOf(node, scope)).join('');
}

/**
 * The text of an expression. Values are put in after parsing, so nothing that a mail contains is ever read as a
 * placeholder or a function. Throws AppError `runbook.functionArgument` or `runbook.divisionByZero`.
 */
export function evaluate(expression: Expression, scope: Scope): string {
  return join(expression.nodes, scope);
}
