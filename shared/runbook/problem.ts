import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { VariableFact } from '../globals/variable.ts';
import type { Repair } from './repair.ts';
import type { RunbookTarget } from './targets.ts';

/** What a runbook is judged by: the activities there are, and the configurations, variables and runbooks of the workspace. */
export interface RunbookFacts {
  readonly registry: Registry;
  /** `secret` says whether this computer has the password, where that is known. */
  readonly connections: readonly { readonly key: string; readonly connection: Connection; readonly secret?: { readonly stored: boolean } }[];
  readonly variables: readonly VariableFact[];
  readonly runbooks: readonly RunbookTarget[];
  /** Names of the counters and schedules of the workspace; where they are not known, none is called missing. */
  readonly globals?: { readonly counters: readonly string[]; readonly schedules: readonly string[] };
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
  /** The way out, where it needs no decision. */
  readonly repair?: Repair;
}
