import { commonRow, type CommonFacts } from './commonRow.ts';
import type { PublishedRow } from './events.ts';

/** A row on its way through a runbook, with the rows of all activities before it on the same path (runbook-model 2.1). */
export interface Token {
  readonly parent: Token | undefined;
  readonly activity: string;
  /** Execution that published the row, and its number there, from 1. */
  readonly execution: string;
  readonly number: number;
  readonly row: PublishedRow;
  /** Labels of the row's items that are not shown, because their values came from an encrypted variable. */
  readonly secret: ReadonlySet<string>;
  /** The common published data is made from the facts when it is asked for; that of an earlier run is there already; where nothing asks for it any more there is none. */
  readonly facts: CommonFacts | { readonly told: PublishedRow } | undefined;
}

/** The row of an activity on the path that led here, or undefined for an activity that is not on it. */
export function tokenOf(token: Token | undefined, activity: string): Token | undefined {
  for (let at = token; at !== undefined; at = at.parent) {
    if (at.activity === activity) return at;
  }
  return undefined;
}

/** The value of an item of a row; an activity's own items hide common ones of the same name. */
export function valueOf(token: Token, label: string): string | undefined {
  if (Object.hasOwn(token.row, label)) return token.row[label];
  if (token.facts === undefined) return undefined;
  const common = 'told' in token.facts ? token.facts.told : commonRow(token.facts);
  return Object.hasOwn(common, label) ? common[label] : undefined;
}
