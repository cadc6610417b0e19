import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { VariableFact } from '../globals/variable.ts';

/** What a runbook is judged by: the activities there are, the configurations and the variables of the workspace. */
export interface RunbookFacts {
  readonly registry: Registry;
  readonly connections: readonly { readonly key: string; readonly connection: Connection }[];
  readonly variables: readonly VariableFact[];
}

/** Something that keeps a runbook from working as drawn. Errors keep it from being tested; warnings do not. */
export interface Problem {
  /** Stable name of the rule, for example `reference.missingActivity`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly activity?: string;
  readonly link?: { readonly from: string; readonly to: string };
  /** Key of the property, `connection`, or `filters.0` for a filter row. */
  readonly field?: string;
  /** A variable that the fix is about. */
  readonly variable?: string;
  readonly what: string;
  readonly fix: string;
}
