import type { FunctionDefinition } from './functionDefinition.ts';
import { numberFunctions } from './numberFunctions.ts';
import { textFunctions } from './textFunctions.ts';

/** Every data manipulation function, in the order of Microsoft's table (learn.microsoft.com/system-center/orchestrator/control-runbook-activities). */
export const functions: readonly FunctionDefinition[] = [...textFunctions, ...numberFunctions];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

/** The function of this name; names are case-sensitive, so `upper` is ordinary text. */
export function functionNamed(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}
