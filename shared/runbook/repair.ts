import { connect, renameActivity, setConnection, setFilters, setLoop, setProperty, updateLink, updateRunbook } from './edits.ts';
import type { Loop, Runbook } from './runbook.ts';

/** A change to a runbook, as data: what a problem offers where the way out needs no decision. */
export type RepairEdit =
  /** `nth` counts the links with the same ends, from 0. */
  | { readonly kind: 'removeLink'; readonly from: string; readonly to: string; readonly nth: number }
  | { readonly kind: 'connect'; readonly from: string; readonly to: string }
  | { readonly kind: 'clearLabel'; readonly from: string; readonly to: string }
  | { readonly kind: 'setProperty'; readonly activity: string; readonly field: string; readonly value: string }
  | { readonly kind: 'removeProperty'; readonly activity: string; readonly field: string }
  | { readonly kind: 'moveProperty'; readonly activity: string; readonly field: string; readonly to: string }
  | { readonly kind: 'removeFilter'; readonly activity: string; readonly index: number }
  | { readonly kind: 'renameActivity'; readonly activity: string; readonly name: string }
  | { readonly kind: 'changeLoop'; readonly activity: string; readonly change: Partial<Loop> }
  | { readonly kind: 'setConnection'; readonly activity: string; readonly connection: string }
  /** `field` is the key of a property, or `filters.0`; every place of the text in it is meant. */
  | { readonly kind: 'replaceText'; readonly activity: string; readonly field: string; readonly from: string; readonly to: string }
  | { readonly kind: 'oneJob' };

/** A mechanical way out of a problem. */
export interface Repair {
  /** What the button says: `Remove the link`. */
  readonly label: string;
  readonly edit: RepairEdit;
}

function withoutLink(runbook: Runbook, { from, to, nth }: Extract<RepairEdit, { readonly kind: 'removeLink' }>): Runbook {
  const same = runbook.links.filter((link) => link.from === from && link.to === to);
  const gone = same[nth];
  return gone === undefined ? runbook : { ...runbook, links: runbook.links.filter((link) => link !== gone) };
}

function withText(runbook: Runbook, { activity, field, from, to }: Extract<RepairEdit, { readonly kind: 'replaceText' }>): Runbook {
  const { properties = {}, filters = [] } = runbook.activities[activity] ?? {};
  const value = properties[field];
  if (typeof value === 'string') return setProperty(runbook, activity, field, value.replaceAll(from, to));
  const rows = filters.map((row, index) => (field === `filters.${index}` ? { ...row, value: row.value.replaceAll(from, to) } : row));
  return setFilters(runbook, activity, rows);
}

/** The runbook after a repair. One that no longer fits, because the runbook has changed since, changes nothing. */
export function repaired(runbook: Runbook, edit: RepairEdit): Runbook {
  switch (edit.kind) {
    case 'removeLink':
      return withoutLink(runbook, edit);
    case 'connect':
      return connect(runbook, edit.from, edit.to);
    case 'clearLabel':
      return updateLink(runbook, edit.from, edit.to, { label: undefined });
    case 'setProperty':
      return setProperty(runbook, edit.activity, edit.field, edit.value);
    case 'removeProperty':
      return setProperty(runbook, edit.activity, edit.field, undefined);
    case 'moveProperty': {
      const value = runbook.activities[edit.activity]?.properties[edit.field];
      return value === undefined ? runbook : setProperty(setProperty(runbook, edit.activity, edit.field, undefined), edit.activity, edit.to, value);
    }
    case 'removeFilter':
      return setFilters(runbook, edit.activity, runbook.activities[edit.activity]?.filters.toSpliced(edit.index, 1) ?? []);
    case 'renameActivity':
      return renameActivity(runbook, edit.activity, edit.name);
    case 'changeLoop': {
      const loop = runbook.activities[edit.activity]?.loop;
      return loop === undefined ? runbook : setLoop(runbook, edit.activity, { ...loop, ...edit.change });
    }
    case 'setConnection':
      return setConnection(runbook, edit.activity, edit.connection);
    case 'replaceText':
      return withText(runbook, edit);
    case 'oneJob':
      return updateRunbook(runbook, { concurrency: 1 });
  }
}
