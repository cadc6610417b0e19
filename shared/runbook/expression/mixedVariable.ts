import type { Expression } from './parse.ts';
import { referencesIn } from './references.ts';

/**
 * The encrypted variable that a text combines with something else, or undefined. Such a text is refused (runbook-model 2.3): it stands alone,
 * or alone in a function.
 */
export function mixedVariable(expression: Expression, isEncrypted: (name: string) => boolean): string | undefined {
  if (expression.nodes.length < 2) return undefined;
  return referencesIn(expression).flatMap(({ target }) => (target.kind === 'variable' && isEncrypted(target.name) ? [target.name] : []))[0];
}
