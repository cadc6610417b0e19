import type { ReactElement } from 'react';

/** ProblemsPanel. */
export function ProblemsPanel(): ReactElement {
  return <div />;
}
