import type { ReactElement } from 'react';

/** The canvas of one open runbook with its palette and toolbar. */
export function Designer({ runbookKey }: { readonly runbookKey: string }): ReactElement {
  return <div data-runbook={runbookKey} />;
}
