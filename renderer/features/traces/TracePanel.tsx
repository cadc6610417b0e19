import type { ReactElement } from 'react';

/** TracePanel. */
export function TracePanel(): ReactElement {
  return <div />;
}
